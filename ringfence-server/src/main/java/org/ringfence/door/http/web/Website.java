package org.ringfence.door.http.web;

import java.util.List;
import java.util.function.Function;

/**
 * All pages for people.
 *
 * @param refusing makes the page of a refusal
 * @param topics the pages
 */
public record Website(Function<PageRefusal, PageReply> refusing, List<PageRoutes> topics) {
  public Website {
    topics = List.copyOf(topics);
  }

  /** A door with the API alone. */
  public static Website none() {
    return new Website(_ -> PageReply.page(404, ""), List.of());
  }

  /** All routes of all topics. */
  public List<PageRoute> routes() {
    return topics.stream().flatMap(topic -> topic.all().stream()).toList();
  }
}
