/** Whose data a request or message concerns. */
@NullMarked
package org.nachbarstrom.support.tenancy;

import org.jspecify.annotations.NullMarked;
