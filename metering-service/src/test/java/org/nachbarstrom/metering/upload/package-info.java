@NullMarked
package org.nachbarstrom.metering.upload;

import org.jspecify.annotations.NullMarked;
