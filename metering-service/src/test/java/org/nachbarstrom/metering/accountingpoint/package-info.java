@NullMarked
package org.nachbarstrom.metering.accountingpoint;

import org.jspecify.annotations.NullMarked;
