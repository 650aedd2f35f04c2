@NullMarked
package org.nachbarstrom.metering.upload.table;

import org.jspecify.annotations.NullMarked;
