package org.ringfence.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where people can report a fraud themselves. Few, because each was looked up.
 *
 * @param offices public offices, by country
 * @param reports firms that take forwarded mails
 */
public record Authorities(List<Office> offices, List<Report> reports) {
  public Authorities {
    offices = List.copyOf(offices);
    reports = List.copyOf(reports);
  }

  /**
   * A public office.
   *
   * @param country its country (ISO 3166-1)
   * @param name its name
   * @param address its page
   * @param phone its number in E.164, where known
   * @param source where that was read
   * @param checkedOn when
   */
  public record Office(
      String country,
      String name,
      String address,
      Optional<String> phone,
      String source,
      LocalDate checkedOn) {}

  /**
   * A firm that takes reports of mails that abuse its name.
   *
   * @param brand its id among the brands
   * @param address its mail address
   * @param source where that was read
   * @param checkedOn when
   */
  public record Report(String brand, String address, String source, LocalDate checkedOn) {}

  /** The offices of {@code country} (ISO 3166-1). */
  public List<Office> in(String country) {
    return offices.stream().filter(office -> office.country().equals(country)).toList();
  }
}
