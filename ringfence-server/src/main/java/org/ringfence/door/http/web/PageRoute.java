package org.ringfence.door.http.web;

/**
 * One kind of request for a page. Who may make it is the handling's business.
 *
 * @param method "GET", which changes nothing, or "POST"
 * @param path the path, with parameters in braces
 * @param handling what is done
 */
public record PageRoute(String method, String path, Handling handling) {
  /** What is done with a request. */
  @FunctionalInterface
  public interface Handling {
    /**
     * Answers.
     *
     * @throws PageRefusal where that is not possible; it says what to do
     */
    PageReply answer(PageRequest request);
  }

  /** A page to look at. */
  public static PageRoute get(String path, Handling handling) {
    return new PageRoute("GET", path, handling);
  }

  /** A form that was sent. */
  public static PageRoute post(String path, Handling handling) {
    return new PageRoute("POST", path, handling);
  }
}
