package org.nachbarstrom.edifact.partner;

/** How a partner gets what we send. */
public enum DeliveryChannel {
  /** It fetches over REST and confirms. */
  PULL,
  /** A file in the folder {@code out} of the tenant. */
  FOLDER,
  /** A message on the broker. */
  AMQP,
  /** An AS4 gateway fetches over REST and confirms. */
  AS4
}
