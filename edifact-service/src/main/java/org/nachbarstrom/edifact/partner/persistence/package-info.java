/** PostgreSQL side of the feature. */
@NullMarked
package org.nachbarstrom.edifact.partner.persistence;

import org.jspecify.annotations.NullMarked;
