@NullMarked
package org.nachbarstrom.metering.erasure.persistence;

import org.jspecify.annotations.NullMarked;
