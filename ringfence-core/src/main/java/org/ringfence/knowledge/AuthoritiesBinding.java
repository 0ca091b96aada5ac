package org.ringfence.knowledge;

import java.util.Set;
import org.ringfence.knowledge.Authorities.Office;
import org.ringfence.knowledge.Authorities.Report;

/** Makes {@link Authorities} of their file. */
final class AuthoritiesBinding {
  private AuthoritiesBinding() {}

  static Authorities bind(KnowledgeFile file, Problems problems, Set<String> brands) {
    Section section = Section.of(file, problems, "authorities", "reports");
    return new Authorities(
        section.someItems("authorities").stream().map(AuthoritiesBinding::office).toList(),
        section.items("reports").stream().map(item -> report(item, brands)).toList());
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

  private static Report report(Section item, Set<String> brands) {
    item.with("brand", "address", "source", "checked-on");
    String brand = item.text("brand");
    if (!brands.contains(brand)) {
      item.member("brand").error("no brand has the id \"" + brand + "\"", "see the ids in brands/");
    }
    return new Report(brand, item.text("address"), item.text("source"), DirectoryBinding.day(item));
  }
}
