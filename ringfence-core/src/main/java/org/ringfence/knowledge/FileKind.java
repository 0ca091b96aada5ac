package org.ringfence.knowledge;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The kinds of knowledge file, each with its place and its schema. */
enum FileKind {
  LURES("lures/", ".yaml", "lures"),
  BRANDS("brands/", ".yaml", "brands"),
  HALLMARKS("hallmarks", ".yaml", "hallmarks"),
  CURRENCIES("currencies", ".yaml", "currencies"),
  MAILBOX_PROVIDERS("mailbox-providers", ".yaml", "mailbox-providers"),
  HOSTED_MAIL("hosted-mail", ".yaml", "hosted-mail"),
  LINK_REWRITING("link-rewriting", ".yaml", "link-rewriting"),
  DIRECTORY("directory", ".yaml", "directory"),
  NUMBERING("numbering/", ".yaml", "numbering"),
  PLATFORM("platforms/", "/profile.yaml", "platform"),
  DIALOGUE("guidance/dialogue", ".yaml", "dialogue"),
  LESSON("guidance/lesson", ".yaml", "lesson"),
  AUTHORITIES("guidance/authorities", ".yaml", "authorities"),
  /** After the others of its folder, which would look like languages. */
  GUIDANCE("guidance/", ".yaml", "guidance"),
  NOTICES("notices/", ".yaml", "notices");

  /**
   * Kinds that nobody needs to judge a mail: {@link GuidanceReader} and {@link NoticesReader} read
   * them.
   */
  private static final Set<FileKind> FOR_READERS =
      Set.of(DIALOGUE, LESSON, AUTHORITIES, GUIDANCE, NOTICES);

  private final String prefix;
  private final String suffix;
  private final String schema;

  FileKind(String prefix, String suffix, String schema) {
    this.prefix = prefix;
    this.suffix = suffix;
    this.schema = schema;
  }

  /** The kind of the file at {@code path}, empty where no record is made of it. */
  static Optional<FileKind> of(String path) {
    return Arrays.stream(values()).filter(kind -> kind.holds(path)).findFirst();
  }

  /** The path of the JSON Schema (draft 2020-12) for files of this kind. */
  String schemaPath() {
    return "schema/" + schema + ".schema.json";
  }

  /** Whether files of this kind belong to the {@link Catalog}. */
  boolean isCatalogued() {
    return !FOR_READERS.contains(this);
  }

  /** Where files of this kind stand, for people. */
  String example() {
    return prefix.endsWith("/") ? prefix + "<name>" + suffix : prefix + suffix;
  }

  private boolean holds(String path) {
    if (!prefix.endsWith("/")) {
      return path.equals(prefix + suffix);
    }
    int nameEnd = path.length() - suffix.length();
    return path.startsWith(prefix)
        && path.endsWith(suffix)
        && nameEnd > prefix.length()
        && path.substring(prefix.length(), nameEnd).indexOf('/') < 0;
  }
}
