package org.nachbarstrom.edifact.interchange;

import io.smallrye.config.ConfigMapping;
import org.nachbarstrom.edifact.core.ReadLimits;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.syntax.SegmentLimits;

/** How much an interchange may claim and how it is read. */
@ConfigMapping(prefix = "nachbarstrom.edifact.receive")
public interface ReceiveSettings {
  /** Most bytes a gzip file may unpack to. */
  long maxUnpackedBytes();

  /** Most bytes that one byte of a gzip file may unpack to; the first MiB is free. */
  int maxUnpackRatio();

  /** Most bytes of a segment. */
  int maxSegmentBytes();

  /** Most components of a segment. */
  int maxSegmentComponents();

  /** Most values of a message. */
  int maxMessageValues();

  /** Most messages of an interchange. */
  int maxMessages();

  /** Whether point and comma are both taken as decimal mark, whatever UNA announces. */
  boolean lenient();

  /** Whether interchanges that UNB marks as test are taken. */
  boolean acceptTest();

  /** Whether interchanges are taken from registered partners only. */
  boolean knownSendersOnly();

  /** The same for the reader; partners are not known to it. */
  default ReadOptions readOptions() {
    ReadLimits standard = ReadLimits.DEFAULT;
    ReadLimits limits =
        new ReadLimits(
            new SegmentLimits(maxSegmentBytes(), maxSegmentComponents()),
            maxMessageValues(),
            standard.maxHeadSegments(),
            maxMessages(),
            standard.maxFindings());
    return ReadOptions.DEFAULT
        .withLimits(limits)
        .withLenient(lenient())
        .withAcceptTest(acceptTest());
  }
}
