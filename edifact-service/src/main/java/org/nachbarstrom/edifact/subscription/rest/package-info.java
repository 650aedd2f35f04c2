/** {@code /v1/subscriptions}. */
@NullMarked
package org.nachbarstrom.edifact.subscription.rest;

import org.jspecify.annotations.NullMarked;
