/** Accounting points and unassigned series over HTTP. */
@NullMarked
package org.nachbarstrom.metering.accountingpoint.rest;

import org.jspecify.annotations.NullMarked;
