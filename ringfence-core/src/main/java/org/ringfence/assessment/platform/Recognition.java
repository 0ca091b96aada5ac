package org.ringfence.assessment.platform;

import java.util.List;
import java.util.Map;

/** Which platform's notification a message is, if any. */
public sealed interface Recognition {
  /**
   * A notification of a known platform, sent under an identity that the platform uses.
   *
   * @param platform the profile's id, such as "azure-monitor"
   * @param kind which of the profile's notifications it is, such as "alert-fired"
   * @param fields the platform's own values by name, such as the severity
   * @param slots the words a customer typed, in reading order; all other words are scaffold
   */
  record Notification(String platform, String kind, Map<String, String> fields, List<Slot> slots)
      implements Recognition {
    public Notification {
      fields = Map.copyOf(fields);
      slots = List.copyOf(slots);
    }
  }

  /**
   * The words of a known platform under an identity that the platform does not use.
   *
   * @param platform the profile's id
   * @param reason one plain sentence that says what does not fit
   */
  record LookAlike(String platform, String reason) implements Recognition {}

  /** No profile knows it. */
  record Unrecognised() implements Recognition {}
}
