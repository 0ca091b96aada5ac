package org.ringfence.door.http;

/**
 * One kind of request.
 *
 * @param method "GET" or "POST"
 * @param path the path as openapi.yaml writes it
 * @param access who may make it
 * @param handling what is done
 */
record Route(String method, String path, Access access, Handling handling) {
  /** What is done with a request that may be made. */
  @FunctionalInterface
  interface Handling {
    /**
     * Answers.
     *
     * @throws Problem where that is not possible; it says what to do
     */
    Reply answer(Request request);
  }

  static Route get(String path, Access access, Handling handling) {
    return new Route("GET", path, access, handling);
  }

  static Route post(String path, Access access, Handling handling) {
    return new Route("POST", path, access, handling);
  }
}
