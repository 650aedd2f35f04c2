@NullMarked
package org.nachbarstrom.clearing.batch;

import org.jspecify.annotations.NullMarked;
