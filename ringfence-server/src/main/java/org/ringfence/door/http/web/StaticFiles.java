package org.ringfence.door.http.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ringfence.mail.Octets;

/**
 * Styles, scripts and pictures of ours. The name of each carries its digest, so that browsers may
 * keep it for good.
 */
public final class StaticFiles implements PageRoutes {
  private static final String FOLDER = "/web/";
  private static final int DIGITS = 16;
  private static final Map<String, String> TYPES =
      Map.of(
          "style.css", "text/css; charset=utf-8",
          "person.css", "text/css; charset=utf-8",
          "page.js", "text/javascript; charset=utf-8",
          "htmx.min.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");

  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final Map<String, PageReply> replies = new LinkedHashMap<>();

  /** The files that are in the program's own jar. */
  public StaticFiles() {
    TYPES.forEach(this::add);
  }

  private void add(String name, String type) {
    byte[] content = read(name);
    int dot = name.lastIndexOf('.');
    String full = name.substring(0, dot) + "." + digest(content) + name.substring(dot);
    addresses.put(name, FOLDER + full);
    replies.put(
        full,
        new PageReply(
            200,
            type,
            Octets.of(content),
            Map.of(
                "Cache-Control",
                "public, max-age=31536000, immutable",
                // A page in a sandbox has no origin, and needs its style all the same.
                "Cross-Origin-Resource-Policy",
                "cross-origin")));
  }

  private static byte[] read(String name) {
    String path = FOLDER + name;
    try (InputStream in =
        Objects.requireNonNull(StaticFiles.class.getResourceAsStream(path), path)) {
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(path + " cannot be read from the program's own jar", failure);
    }
  }

  private static String digest(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }

  /**
   * Where a file is served.
   *
   * @throws IllegalArgumentException where there is no such file: a fault of ours
   */
  public String address(String name) {
    String address = addresses.get(name);
    if (address == null) {
      throw new IllegalArgumentException("There is no static file " + name + ".");
    }
    return address;
  }

  @Override
  public List<PageRoute> all() {
    return List.of(PageRoute.get(FOLDER + "{name}", this::one));
  }

  private PageReply one(PageRequest request) {
    PageReply reply = replies.get(request.path("name"));
    if (reply == null) {
      throw PageRefusal.nothingHere();
    }
    return reply;
  }
}
