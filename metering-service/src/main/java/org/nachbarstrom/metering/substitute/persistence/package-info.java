/** Substitutions in PostgreSQL, and whether they need a confirmation. */
@NullMarked
package org.nachbarstrom.metering.substitute.persistence;

import org.jspecify.annotations.NullMarked;
