@NullMarked
package org.nachbarstrom.clearing.ledger;

import org.jspecify.annotations.NullMarked;
