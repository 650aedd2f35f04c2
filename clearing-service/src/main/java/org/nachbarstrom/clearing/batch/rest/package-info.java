/** Batches over HTTP. */
@NullMarked
package org.nachbarstrom.clearing.batch.rest;

import org.jspecify.annotations.NullMarked;
