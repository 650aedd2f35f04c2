/** The contract on an EVM node through JSON-RPC. */
@NullMarked
package org.nachbarstrom.clearing.chain.evm;

import org.jspecify.annotations.NullMarked;
