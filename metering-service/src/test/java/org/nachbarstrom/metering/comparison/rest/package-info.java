@NullMarked
package org.nachbarstrom.metering.comparison.rest;

import org.jspecify.annotations.NullMarked;
