@NullMarked
package org.nachbarstrom.clearing.chain;

import org.jspecify.annotations.NullMarked;
