package org.ringfence.door.http.web;

import java.util.List;

/** The pages of one topic. */
public interface PageRoutes {
  /** All of them. */
  List<PageRoute> all();

  /** Reads what may have changed with the configuration. */
  default void reload() {}
}
