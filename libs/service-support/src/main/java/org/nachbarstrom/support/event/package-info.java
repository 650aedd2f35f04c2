/** Outgoing and incoming events: outbox, relay, inbox. */
@NullMarked
package org.nachbarstrom.support.event;

import org.jspecify.annotations.NullMarked;
