@NullMarked
package org.nachbarstrom.settlement.statement;

import org.jspecify.annotations.NullMarked;
