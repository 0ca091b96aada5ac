package org.ringfence.knowledge;

import org.ringfence.knowledge.Authorities.Office;
import org.ringfence.knowledge.Authorities.Report;

/** Makes {@link Authorities} of their file. */
final class AuthoritiesBinding {
  private AuthoritiesBinding() {}

  static Authorities bind(KnowledgeFile file, Problems problems) {
    Section section = Section.of(file, problems, "authorities", "reports");
    return new Authorities(
        section.someItems("authorities").stream().map(AuthoritiesBinding::office).toList(),
        section.items("reports").stream().map(AuthoritiesBinding::report).toList());
  }

  private static Office office(Section item) {
    item.with("country", "name", "address", "phone", "source", "checked-on");
    return new Office(
        item.text("country"),
        item.text("name"),
        item.text("address"),
        item.optional("phone").map(Section::text),
        item.text("source"),
        DirectoryBinding.day(item));
  }

  private static Report report(Section item) {
    item.with("brand", "address", "source", "checked-on");
    return new Report(
        item.text("brand"), item.text("address"), item.text("source"), DirectoryBinding.day(item));
  }
}
