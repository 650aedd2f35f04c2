package org.nachbarstrom.edifact.dispatch;

import java.util.Optional;
import org.nachbarstrom.edifact.partner.DeliveryChannel;

/**
 * Which outgoing interchanges to list; what is absent does not matter.
 *
 * @param partner code of the recipient
 * @param object what values of a message belong to
 * @param reference UNB 0020
 * @param type message type
 */
public record OutgoingFilter(
    Optional<OutgoingState> state,
    Optional<DeliveryChannel> channel,
    Optional<String> partner,
    Optional<String> object,
    Optional<String> reference,
    Optional<String> type) {}
