/** Raw interchanges on the broker. */
@NullMarked
package org.nachbarstrom.edifact.channel.messaging;

import org.jspecify.annotations.NullMarked;
