/** Watches the file system. */
@NullMarked
package org.nachbarstrom.edifact.channel.persistence;

import org.jspecify.annotations.NullMarked;
