@NullMarked
package org.nachbarstrom.metering.closing.rest;

import org.jspecify.annotations.NullMarked;
