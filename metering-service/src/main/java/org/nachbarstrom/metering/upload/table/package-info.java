/** Tables with columns: CSV and XLSX files, and how they are understood. */
@NullMarked
package org.nachbarstrom.metering.upload.table;

import org.jspecify.annotations.NullMarked;
