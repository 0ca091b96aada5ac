package org.ringfence.knowledge;

import java.util.List;
import org.ringfence.mail.Octets;

/**
 * Where the knowledge files come from: a folder, an archive, a map in a test.
 *
 * <p>An implementation that cannot read throws {@link java.io.UncheckedIOException}.
 */
public interface KnowledgeSource {
  /** The paths of all files, relative to the root of the knowledge, with {@code '/'} between. */
  List<String> list();

  /** The content of the file at {@code path}, which {@link #list} named. */
  Octets read(String path);
}
