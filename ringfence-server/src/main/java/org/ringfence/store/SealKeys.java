package org.ringfence.store;

import java.security.GeneralSecurityException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.ringfence.custody.CustodyFailure;

/** The keys with which something in a store was sealed. */
final class SealKeys {
  private SealKeys() {}

  /**
   * Makes sure that the key file has every key that was ever used here, before anything is sealed
   * with a key that nobody meant.
   *
   * @throws CustodyFailure where it has not
   */
  static boolean agree(Handle handle, Sealing sealing, String store) {
    List<String> used =
        handle
            .createQuery("SELECT key_id FROM seal_key ORDER BY used_at")
            .mapTo(String.class)
            .list();
    List<String> missing = used.stream().filter(key -> !sealing.known().contains(key)).toList();
    if (!missing.isEmpty()) {
      throw new CustodyFailure(
          store
              + ": this store was sealed with the key "
              + String.join(", ", missing)
              + ", which was not given. Name its key file; where a new key is wanted, write it"
              + " above the old one in the same file.",
          new GeneralSecurityException("key not given"));
    }
    return true;
  }

  /** Remembers that the sealing key was used from now on. */
  static void use(Handle handle, Sealing sealing, long now) {
    sealing
        .sealingKey()
        .ifPresent(
            key ->
                handle.execute(
                    "INSERT INTO seal_key (key_id, used_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    key,
                    now));
  }
}
