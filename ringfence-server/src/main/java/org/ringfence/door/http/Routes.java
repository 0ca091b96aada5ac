package org.ringfence.door.http;

import java.util.List;

/** The routes of one topic. */
interface Routes {
  /** All of them. */
  List<Route> all();
}
