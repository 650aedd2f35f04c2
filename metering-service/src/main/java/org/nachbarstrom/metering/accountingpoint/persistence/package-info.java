/** Accounting points in PostgreSQL. */
@NullMarked
package org.nachbarstrom.metering.accountingpoint.persistence;

import org.jspecify.annotations.NullMarked;
