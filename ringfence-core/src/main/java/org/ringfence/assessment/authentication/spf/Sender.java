package org.ringfence.assessment.authentication.spf;

/**
 * The identity that is checked, split (RFC 7208 §2.4, §4.3).
 *
 * @param localPart "postmaster" where there is none
 * @param domain labels beyond ASCII as A-labels
 */
record Sender(String localPart, String domain) {
  static Sender of(SpfQuery query) {
    String mailFrom = query.mailFrom();
    String address = mailFrom.isEmpty() ? "postmaster@" + query.helo() : mailFrom;
    int at = address.lastIndexOf('@');
    String localPart = at > 0 ? address.substring(0, at) : "postmaster";
    return new Sender(localPart, TargetName.ascii(address.substring(at + 1)));
  }

  String address() {
    return localPart + "@" + domain;
  }
}
