package org.ringfence.assessment.authentication;

/**
 * A property that was checked (RFC 8601 §2.3), such as {@code header.d=example.org}.
 *
 * @param ptype where it stands: "smtp", "header", "body", "policy"
 * @param property its name there: "mailfrom", "d", "s", "from"
 * @param pvalue its value
 */
public record Property(String ptype, String property, String pvalue) {}
