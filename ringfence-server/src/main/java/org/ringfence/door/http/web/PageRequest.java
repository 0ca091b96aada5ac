package org.ringfence.door.http.web;

import java.util.Optional;

/** A request of a browser. Everything in it is a stranger's word. */
public interface PageRequest {
  /** A parameter of the path. */
  String path(String name);

  /**
   * The parameters of the query.
   *
   * @throws PageRefusal where there are too many, or they are too long
   */
  Form query();

  /**
   * The form that was posted.
   *
   * @throws PageRefusal where it is none, or too long
   */
  Form form();

  /** The value of a cookie. */
  Optional<String> cookie(String name);

  /** A field of the header. */
  Optional<String> header(String name);

  /** The address that it comes from. */
  String address();
}
