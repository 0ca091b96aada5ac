package org.ringfence.alert;

import java.time.Instant;

/**
 * Something that the security desk has to know.
 *
 * @param kind which alert it is, such as "called-harmed"
 * @param urgent whether somebody should act at once
 * @param at when
 * @param subject its subject, one line
 * @param text its text; words of others stand in it quoted and disarmed
 * @param about the case or the part that it is about
 * @param recipient whom it happened to; empty where nobody in particular
 */
public record Alert(
    String kind,
    boolean urgent,
    Instant at,
    String subject,
    String text,
    String about,
    String recipient) {}
