@NullMarked
package org.nachbarstrom.edifact.erasure.persistence;

import org.jspecify.annotations.NullMarked;
