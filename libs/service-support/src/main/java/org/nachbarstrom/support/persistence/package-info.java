/** The unit of work: one tenant, one database transaction. */
@NullMarked
package org.nachbarstrom.support.persistence;

import org.jspecify.annotations.NullMarked;
