/** Lines of JSON: one object per line (NDJSON). */
@NullMarked
package org.nachbarstrom.metering.upload.line;

import org.jspecify.annotations.NullMarked;
