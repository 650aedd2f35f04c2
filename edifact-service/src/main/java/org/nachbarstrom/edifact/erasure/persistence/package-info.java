/** Deletion in PostgreSQL, and how long interchanges are kept as configured. */
@NullMarked
package org.nachbarstrom.edifact.erasure.persistence;

import org.jspecify.annotations.NullMarked;
