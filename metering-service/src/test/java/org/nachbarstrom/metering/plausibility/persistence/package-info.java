/** Tests. */
@NullMarked
package org.nachbarstrom.metering.plausibility.persistence;

import org.jspecify.annotations.NullMarked;
