/** Uploads as rows. */
@NullMarked
package org.nachbarstrom.metering.upload.persistence;

import org.jspecify.annotations.NullMarked;
