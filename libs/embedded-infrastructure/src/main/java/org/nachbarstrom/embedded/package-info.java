/**
 * The infrastructure a single machine needs to run the five services: a real PostgreSQL, a real
 * AMQP 1.0 broker, an EVM node and an OIDC issuer.
 *
 * <p>Owns: starting, stopping and keeping the data of that infrastructure, all of it bound to
 * 127.0.0.1. Does not own: the services and their tables. Invariants: nothing started here outlives
 * the JVM that started it, even if that JVM is killed (see {@link
 * org.nachbarstrom.embedded.ProcessGuard}).
 */
@NullMarked
package org.nachbarstrom.embedded;

import org.jspecify.annotations.NullMarked;
