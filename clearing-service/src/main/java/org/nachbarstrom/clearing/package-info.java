/** The clearing service: keeps the ledger of a utility and its witness on the chain. */
@NullMarked
package org.nachbarstrom.clearing;

import org.jspecify.annotations.NullMarked;
