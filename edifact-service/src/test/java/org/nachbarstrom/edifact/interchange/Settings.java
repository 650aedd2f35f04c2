package org.nachbarstrom.edifact.interchange;

/** Limits for tests without a service. */
record Settings(long maxUnpackedBytes, int maxUnpackRatio) implements ReceiveSettings {
  @Override
  public int maxSegmentBytes() {
    return 16_384;
  }

  @Override
  public int maxSegmentComponents() {
    return 512;
  }

  @Override
  public int maxMessageValues() {
    return 140_256;
  }

  @Override
  public int maxMessages() {
    return 250_000;
  }

  @Override
  public boolean lenient() {
    return false;
  }

  @Override
  public boolean acceptTest() {
    return false;
  }

  @Override
  public boolean knownSendersOnly() {
    return false;
  }
}
