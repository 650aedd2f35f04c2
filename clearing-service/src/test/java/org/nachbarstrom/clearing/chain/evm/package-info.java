@NullMarked
package org.nachbarstrom.clearing.chain.evm;

import org.jspecify.annotations.NullMarked;
