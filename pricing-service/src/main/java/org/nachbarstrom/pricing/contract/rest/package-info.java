/** HTTP side of the feature. */
@NullMarked
package org.nachbarstrom.pricing.contract.rest;

import org.jspecify.annotations.NullMarked;
