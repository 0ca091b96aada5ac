package org.ringfence.door.http.person;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at pages as their readers do. */
final class Html {
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!][^>]*>");
  private static final Pattern LINK = Pattern.compile("href=\"(/(?:m|lesson)[^\"]*)\"");
  private static final Pattern FETCHED = Pattern.compile("(?:<link[^>]*href|src)=\"([^\"]*)\"");

  private Html() {}

  /** Words as a page has them in its text. */
  static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** All tags of a page, without the tokens and addresses in them. */
  static List<String> tags(String html) {
    return found(TAG, html, 0).stream()
        .map(tag -> tag.replaceAll("/m/[A-Za-z0-9._-]+", "/m/token"))
        .toList();
  }

  /** The pages of ours that a page links to. */
  static List<String> links(String html) {
    return found(LINK, html, 1).stream().map(link -> link.replace("&amp;", "&")).toList();
  }

  /** What a browser fetches for a page. */
  static List<String> fetched(String html) {
    return found(FETCHED, html, 1);
  }

  private static List<String> found(Pattern pattern, String html, int group) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(html);
    while (matcher.find()) {
      found.add(matcher.group(group));
    }
    return found;
  }
}
