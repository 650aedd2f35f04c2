@NullMarked
package org.nachbarstrom.metering.upload.line;

import org.jspecify.annotations.NullMarked;
