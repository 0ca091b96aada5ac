package org.ringfence.mail;

/**
 * A message as a door hands it over, before anything in it is believed.
 *
 * @param envelope what the SMTP client said
 * @param octets the message as received
 */
public record Arrival(Envelope envelope, Octets octets) {}
