package org.ringfence.store;

import java.nio.file.Path;

/** Where the store is. */
public sealed interface StoreSettings {
  /** Its name in messages; never with a password. */
  String name();

  /**
   * One file on this machine.
   *
   * @param file the file; its folder is made where it is missing
   */
  record Sqlite(Path file) implements StoreSettings {
    @Override
    public String name() {
      return file.toString();
    }
  }

  /**
   * A PostgreSQL server, release 14 or later.
   *
   * @param address such as {@code jdbc:postgresql://db.example:5432/ringfence}, without a password
   * @param user who owns the database
   * @param password the password; empty where the server asks for none
   */
  record Postgres(String address, String user, String password) implements StoreSettings {
    public Postgres {
      if (!address.startsWith("jdbc:postgresql:") || address.contains("password=")) {
        throw new IllegalArgumentException(
            "A PostgreSQL store has an address such as jdbc:postgresql://HOST:5432/DATABASE,"
                + " without the password, which is given apart.");
      }
    }

    @Override
    public String name() {
      return address;
    }

    /** A password is in no message. */
    @Override
    public String toString() {
      return "Postgres[" + address + ", " + user + "]";
    }
  }
}
