package org.ringfence.effect.act;

/** Makes links to the page that explains a mail to its recipient. May be shared between threads. */
@FunctionalInterface
public interface PageLinks {
  /**
   * The link for one recipient of one mail: letters, digits and marks of an address alone.
   *
   * @param caseId the name under which the mail is remembered
   * @param recipient the address, as the envelope has it
   */
  String to(String caseId, String recipient);
}
