package org.ringfence.door.http;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringfence.door.http.web.Form;
import org.ringfence.door.http.web.PageRefusal;
import org.ringfence.door.http.web.PageRequest;

/** A request of a browser, as the web server gives it. */
final class BrowserRequest implements PageRequest {
  private static final int MOST_FORM = 256 << 10;
  private static final int LONGEST_QUERY = 8 << 10;
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Context context;
  private final BodyReader reader;
  private @Nullable Form form;

  BrowserRequest(Context context, BodyReader reader) {
    this.context = context;
    this.reader = reader;
  }

  @Override
  public String path(String name) {
    return context.pathParam(name);
  }

  @Override
  public Form query() {
    String query = Optional.ofNullable(context.req().getQueryString()).orElse("");
    if (query.length() > LONGEST_QUERY) {
      throw PageRefusal.unreadable();
    }
    return Form.read(query);
  }

  @Override
  public Form form() {
    Form known = form;
    if (known == null) {
      known = readForm();
      form = known;
    }
    return known;
  }

  private Form readForm() {
    String type = Optional.ofNullable(context.req().getContentType()).orElse("");
    if (!type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
      throw PageRefusal.unreadable();
    }
    try {
      return Form.read(
          reader.read(context.bodyInputStream(), MOST_FORM).decode(StandardCharsets.UTF_8));
    } catch (Problem problem) {
      throw refusal(problem);
    }
  }

  @Override
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(context.cookie(name));
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  @Override
  public String address() {
    return context.req().getRemoteAddr();
  }

  /**
   * Whether a page of ours sent the form. Attack: a page elsewhere has a browser sign in as the
   * attacker, or send a form in its person's name. Where a browser says nothing there are the words
   * that only our own forms carry. Since our pages send no Referer, Origin may be "null".
   */
  boolean isFromHere() {
    return header("Sec-Fetch-Site")
        .map("same-origin"::equals)
        .orElseGet(() -> header("Origin").map(this::isOurs).orElse(true));
  }

  private boolean isOurs(String origin) {
    try {
      String authority = Optional.ofNullable(new URI(origin).getRawAuthority()).orElse("");
      return header("Host").map(authority::equalsIgnoreCase).orElse(false);
    } catch (URISyntaxException wrong) {
      return false;
    }
  }

  /** The same for people. */
  static PageRefusal refusal(Problem problem) {
    return new PageRefusal(
        problem.status(), problem.report().title(), "Go back and try again in a moment.");
  }
}
