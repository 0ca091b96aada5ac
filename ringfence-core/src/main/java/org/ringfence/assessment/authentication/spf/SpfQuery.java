package org.ringfence.assessment.authentication.spf;

import java.net.InetAddress;
import java.time.Instant;

/**
 * What SPF is asked about (RFC 7208 §4.1).
 *
 * @param ip the SMTP client; an IPv4-mapped IPv6 address counts as IPv4
 * @param helo the name that the client gave in HELO or EHLO
 * @param mailFrom the reverse-path without its brackets, empty for a bounce: then the sender is
 *     postmaster at {@code helo}, which is also how the HELO identity is checked
 * @param receivingHost the name of the host that received the message, for the macro "r"
 * @param receivedAt when that was, for the macro "t"
 */
public record SpfQuery(
    InetAddress ip, String helo, String mailFrom, String receivingHost, Instant receivedAt) {}
