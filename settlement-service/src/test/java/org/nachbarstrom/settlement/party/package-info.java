@NullMarked
package org.nachbarstrom.settlement.party;

import org.jspecify.annotations.NullMarked;
