@NullMarked
package org.nachbarstrom.clearing.proof;

import org.jspecify.annotations.NullMarked;
