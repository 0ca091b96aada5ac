package org.ringfence.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.ringfence.knowledge.Directory.PublishedNumber;
import org.ringfence.knowledge.PlatformProfile.Portal;

/** Makes a {@link Directory} of its file. */
final class DirectoryBinding {
  private DirectoryBinding() {}

  static Directory bind(KnowledgeFile file, Problems problems) {
    return new Directory(
        Section.of(file, problems, "directory").someItems("directory").stream()
            .map(DirectoryBinding::entry)
            .toList());
  }

  private static Directory.Entry entry(Section item) {
    item.with("brand", "portal", "numbers");
    Section portal = item.member("portal").with("address", "how");
    return new Directory.Entry(
        item.text("brand"),
        new Portal(portal.text("address"), portal.text("how")),
        item.items("numbers").stream().map(DirectoryBinding::number).toList());
  }

  private static PublishedNumber number(Section item) {
    item.with("e164", "scope", "source", "checked-on");
    return new PublishedNumber(
        item.text("e164"), item.text("scope"), item.text("source"), day(item));
  }

  static LocalDate day(Section item) {
    String written = item.text("checked-on");
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException noDay) {
      item.member("checked-on")
          .error("\"" + written + "\" is no day", "write year-month-day, like 2026-11-20");
      return LocalDate.EPOCH;
    }
  }
}
