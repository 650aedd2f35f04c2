@NullMarked
package org.nachbarstrom.metering.erasure;

import org.jspecify.annotations.NullMarked;
