package org.nachbarstrom.metering.reading;

/** What a sender sent about readings or energy quantities. */
public sealed interface ReceivedDocument permits ReadingDelivery, QuantityDelivery, Cancellation {
  /** The document itself. */
  SourceDocument source();
}
