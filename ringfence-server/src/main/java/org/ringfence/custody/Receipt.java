package org.ringfence.custody;

import java.time.Instant;
import java.util.Optional;
import org.ringfence.mail.Envelope;
import org.ringfence.mail.SmtpClient;

/**
 * How a mail came in.
 *
 * @param door the door's name, such as "milter" or "smtp"
 * @param queueId the name by which the mail server knows it; a stranger's word, empty where none
 * @param at when
 * @param client who handed it over, if the door knows
 * @param envelope what the client said
 * @param octets its size
 */
public record Receipt(
    String door,
    String queueId,
    Instant at,
    Optional<SmtpClient> client,
    Envelope envelope,
    int octets) {}
