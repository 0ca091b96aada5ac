/**
 * What analysts know, as data: read from YAML, checked against its schema, and made into one
 * immutable {@link org.ringfence.knowledge.Catalog}.
 *
 * <p>Comes in: the texts of the files under {@code knowledge/}. Goes out: records. Must not happen
 * here: opening files (a {@link org.ringfence.knowledge.KnowledgeSource} does), looking at mail.
 */
@NullMarked
package org.ringfence.knowledge;

import org.jspecify.annotations.NullMarked;
