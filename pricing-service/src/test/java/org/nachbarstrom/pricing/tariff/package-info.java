@NullMarked
package org.nachbarstrom.pricing.tariff;

import org.jspecify.annotations.NullMarked;
