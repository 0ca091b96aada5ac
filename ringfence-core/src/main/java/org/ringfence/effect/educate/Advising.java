package org.ringfence.effect.educate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ringfence.assessment.lure.BrandMention;
import org.ringfence.assessment.lure.Lures;
import org.ringfence.assessment.number.CallbackNumber;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.effect.educate.Advice.Published;
import org.ringfence.effect.educate.Advice.SafeWay;
import org.ringfence.knowledge.Brand;
import org.ringfence.knowledge.Directory;
import org.ringfence.knowledge.PlatformProfile;
import org.ringfence.knowledge.PlatformProfile.Portal;

/** Finds the safe ways to check a mail. Safe for use by several threads. */
public final class Advising {
  private static final int BRANDS = 3;

  private final Directory directory;
  private final Map<String, String> brandNames;
  private final Map<String, PlatformProfile> platforms;

  /**
   * @param directory where brands are found without a mail
   * @param brands their names
   * @param platforms where the customers of platforms look
   */
  public Advising(Directory directory, List<Brand> brands, List<PlatformProfile> platforms) {
    this.directory = directory;
    this.brandNames = brands.stream().collect(Collectors.toMap(Brand::id, Brand::name));
    this.platforms =
        platforms.stream().collect(Collectors.toMap(PlatformProfile::id, platform -> platform));
  }

  /** What a reader of a mail should be told. */
  public Advice advise(Recognition recognition, Lures lures, List<CallbackNumber> numbers) {
    Map<String, SafeWay> ways = new LinkedHashMap<>();
    Optional<PlatformProfile> platform = platform(recognition);
    platform.map(Advising::way).ifPresent(way -> ways.put(way.address(), way));
    List<String> brands = mostNamed(lures);
    for (String brand : brands) {
      directory.of(brand).map(this::way).ifPresent(way -> ways.putIfAbsent(way.address(), way));
    }
    return new Advice(
        lures.language(),
        platform.map(PlatformProfile::name).orElse(""),
        List.copyOf(ways.values()),
        published(numbers),
        brands.stream().filter(this::publishesNumbers).map(this::name).toList());
  }

  private boolean publishesNumbers(String brand) {
    return directory.of(brand).filter(entry -> !entry.numbers().isEmpty()).isPresent();
  }

  private Optional<PlatformProfile> platform(Recognition recognition) {
    String id =
        switch (recognition) {
          case Recognition.Notification found -> found.platform();
          case Recognition.UnknownForm found -> found.platform();
          case Recognition.LookAlike fake -> fake.platform();
          case Recognition.Unrecognised() -> "";
        };
    return Optional.ofNullable(platforms.get(id));
  }

  /** The brands named most often, those named first before others. */
  private static List<String> mostNamed(Lures lures) {
    Map<String, Integer> times = new LinkedHashMap<>();
    lures.surfaces().stream()
        .flatMap(surface -> surface.brands().stream())
        .map(BrandMention::brand)
        .forEach(brand -> times.merge(brand, 1, Integer::sum));
    return times.entrySet().stream()
        .sorted(Collections.reverseOrder(Map.Entry.comparingByValue()))
        .limit(BRANDS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<Published> published(List<CallbackNumber> numbers) {
    List<Published> published = new ArrayList<>();
    for (String number : numbers.stream().map(CallbackNumber::e164).distinct().toList()) {
      directory.publisher(number).ifPresent(entry -> published.add(published(entry, number)));
    }
    return published;
  }

  private Published published(Directory.Entry entry, String number) {
    return new Published(
        name(entry.brand()),
        entry.numbers().stream()
            .filter(one -> one.e164().equals(number))
            .findFirst()
            .orElseThrow());
  }

  private SafeWay way(Directory.Entry entry) {
    return way(name(entry.brand()), entry.portal());
  }

  private static SafeWay way(PlatformProfile platform) {
    return way(platform.name(), platform.check().portal());
  }

  private static SafeWay way(String name, Portal portal) {
    return new SafeWay(name, portal.address(), portal.how());
  }

  private String name(String brand) {
    return brandNames.getOrDefault(brand, brand);
  }
}
