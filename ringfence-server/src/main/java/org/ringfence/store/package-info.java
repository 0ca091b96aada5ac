/**
 * What must survive a restart, in SQLite or PostgreSQL.
 *
 * <p>Comes in: values of the ports in {@code custody} and {@code ledger}. Goes out: the same
 * values, durable. Must not happen here: knowledge of a door or a platform. SQL is written here and
 * under {@code db/} alone.
 *
 * <p>Start with {@link org.ringfence.store.Store}.
 */
@NullMarked
package org.ringfence.store;

import org.jspecify.annotations.NullMarked;
