package org.ringfence.door.http.person;

import java.util.List;

/**
 * Something to do.
 *
 * @param words what
 * @param contact how to reach the security desk, where that is what it takes
 */
public record ToDo(String words, List<String> contact) {
  public ToDo {
    contact = List.copyOf(contact);
  }
}
