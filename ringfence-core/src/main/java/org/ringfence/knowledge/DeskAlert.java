package org.ringfence.knowledge;

import java.util.Set;

/** What the security desk is alerted of, with what has to be filled in. */
public enum DeskAlert {
  /** Somebody called, and nothing more is known yet. */
  CALLED("{number} {recipient} {link}"),
  /** Somebody called, and told what happened. */
  CALLED_HARMED(
      "{number} {recipient} {harms} {time} {tool} {bank} {account} {amount} {note} {link}"),
  /** Somebody called, answered all questions, and nothing happened. */
  CALLED_UNHARMED("{number} {recipient} {time} {note} {link}"),
  /** One number reached several recipients. */
  NUMBER_TO_SEVERAL("{count} {number} {since} {link}"),
  /** A platform has other words for a notification of ours. */
  TEXT_DIFFERS("{platform} {link}"),
  /** A platform sends much more than usual. */
  PLATFORM_JUMP("{platform} {count} {since} {usual} {link}"),
  /** A rule applies to much more than usual. */
  RULE_JUMP("{rule} {count} {since} {usual} {link}"),
  /** A component is down. */
  COMPONENT_DOWN("{component} {since} {link}"),
  /** A recipient asks for a held mail. */
  RELEASE_ASKED("{recipient} {link}"),
  /** An alert is over. */
  RESOLVED("{alert} {since} {link}");

  private final String places;

  DeskAlert(String places) {
    this.places = places;
  }

  /** The names of what its subject and text together have to be filled with. */
  public Set<String> placeholders() {
    return new TextTemplate(places).placeholders();
  }

  /** The name in knowledge files: lower case with hyphens. */
  public String key() {
    return Keys.of(name());
  }
}
