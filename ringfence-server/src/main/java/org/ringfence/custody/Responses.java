package org.ringfence.custody;

import java.util.List;
import java.util.Optional;

/** What recipients told us about their mail. Responses are added, never changed. May be shared. */
public interface Responses {
  /** Remembers a response; durable on return. */
  void record(Response response);

  /** The responses to a case, oldest first. */
  List<Response> of(CaseId id);

  /** Responses, newest first; {@code before} is the number of the last of the page before. */
  List<Numbered> list(Optional<Long> before, int most);

  /** A response and its number, which grows. */
  record Numbered(long number, Response response) {}
}
