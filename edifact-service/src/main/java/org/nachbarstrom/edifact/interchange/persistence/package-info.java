/** Interchanges in PostgreSQL. */
@NullMarked
package org.nachbarstrom.edifact.interchange.persistence;

import org.jspecify.annotations.NullMarked;
