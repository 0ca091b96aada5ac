/**
 * The door that programs ask: the HTTP API, described by {@code openapi.yaml}.
 *
 * <p>Comes in: requests with a token. Goes out: judgements, cases, kept mail and what was decided
 * about it, health, readiness and metrics. Must not happen here: a request that nobody may make, a
 * foreign word in an answer that is not JSON, a body or a wait without a bound. Pages for people
 * are made in the packages below, and only served here.
 *
 * <p>Each topic is a {@link org.ringfence.door.http.Routes}. Start with {@link
 * org.ringfence.door.http.HttpDoor}.
 */
@NullMarked
package org.ringfence.door.http;

import org.jspecify.annotations.NullMarked;
