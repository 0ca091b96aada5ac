package org.ringfence.settings;

/**
 * A setting: its place in the file, how it is written, what it means.
 *
 * @param path its place, such as "doors.milter.address"
 * @param form how its value is written
 * @param otherwise its value where none is written
 * @param unless what is said of that value where it depends on the machine; empty where it does not
 * @param change when a changed value counts
 * @param meaning what it does, for administrators: full sentences
 */
public record Key<T>(
    String path, Form<T> form, T otherwise, String unless, Change change, String meaning) {
  /** When a changed value counts. */
  public enum Change {
    /** With the next reload. */
    RELOAD,
    /** With the next start. */
    RESTART
  }

  static <T> Key<T> of(String path, Form<T> form, T otherwise, String meaning) {
    return new Key<>(path, form, otherwise, "", Change.RELOAD, meaning);
  }

  /** The same, for what is fixed while Ringfence runs. */
  Key<T> fixed() {
    return new Key<>(path, form, otherwise, unless, Change.RESTART, meaning);
  }

  /** The same, with words for a value that depends on the machine. */
  Key<T> unless(String words) {
    return new Key<>(path, form, otherwise, words, change, meaning);
  }

  /** The last step of its path. */
  String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** The section that it stands in; empty for the file itself. */
  String section() {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  /** Its value where none is written, in words. */
  String otherwiseShown() {
    return unless.isEmpty() ? form.show(otherwise) : unless;
  }
}
