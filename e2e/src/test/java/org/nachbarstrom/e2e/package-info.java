/**
 * The whole road on real processes: MSCONS in, cleared bookings out, with faults on the way. Every
 * scenario runs as a tenant of its own on one installation.
 */
@NullMarked
package org.nachbarstrom.e2e;

import org.jspecify.annotations.NullMarked;
