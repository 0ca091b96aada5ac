package org.ringfence.door.http.web;

/**
 * Why there is no such page, in words of ours alone: no part of a request comes back in them. No
 * page of it tells whether something exists that may not be seen.
 */
public final class PageRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final String next;

  /**
   * @param status the HTTP status
   * @param title what is wrong, one sentence
   * @param next what to do now, one sentence
   */
  public PageRefusal(int status, String title, String next) {
    super(title);
    this.status = status;
    this.title = title;
    this.next = next;
  }

  /** What was sent is no form of ours. */
  public static PageRefusal unreadable() {
    return new PageRefusal(
        400, "What was sent cannot be read.", "Go back, load the page again and send it again.");
  }

  /** There is nothing at this address. */
  public static PageRefusal nothingHere() {
    return new PageRefusal(404, "There is no such page.", "See whether the address is complete.");
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** What is wrong. */
  public String title() {
    return title;
  }

  /** What to do now. */
  public String next() {
    return next;
  }
}
