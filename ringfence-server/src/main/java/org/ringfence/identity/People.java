package org.ringfence.identity;

import java.util.List;
import java.util.Optional;

/** The people of the site. May be shared between threads. */
public interface People {
  /** The person of that name. */
  Optional<Person> find(String name);

  /** Adds or replaces a person. */
  void save(Person person);

  /** Removes a person; his sessions end. */
  void remove(String name);

  /** All of them, by name. */
  List<Person> list();
}
