/** Uploads over HTTP. */
@NullMarked
package org.nachbarstrom.metering.upload.rest;

import org.jspecify.annotations.NullMarked;
