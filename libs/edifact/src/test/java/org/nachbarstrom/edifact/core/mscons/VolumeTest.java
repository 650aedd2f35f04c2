package org.nachbarstrom.edifact.core.mscons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.MsconsText;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;

class VolumeTest {
  @Test
  void readsAYearInOneMessage() throws IOException {
    // The local year 2025: 365 days of 96 quarter-hours; the two clock changes cancel out.
    Instant start = Instant.parse("2024-12-31T23:00:00Z");
    String[] quantities =
        IntStream.range(0, 35_040)
            .mapToObj(i -> "220:" + i / 1000 + "." + digits(i))
            .toArray(String[]::new);
    String text =
        MsconsText.interchange(MsconsText.message("M1", MsconsText.profile(start, quantities)));
    List<LoadProfile> profiles = new ArrayList<>();
    InterchangeResult result =
        MsconsReader.read(
            MsconsText.stream(text),
            ReadOptions.DEFAULT,
            message -> profiles.add((LoadProfile) ((MessageResult.Accepted) message).content()));
    assertThat(result.syntaxValid()).isTrue();
    assertThat(profiles.getFirst().period().end()).isEqualTo("2025-12-31T23:00:00Z");
    RegisterSeries series = profiles.getFirst().series().getFirst();
    assertThat(series.size()).isEqualTo(35_040);
    assertThat(series.milliWattHours(34_567)).isEqualTo(34_567_000);
    // 0 + 1 + … + 35 039 watt-hours
    assertThat(LongStream.of(series.milliWattHours()).sum()).isEqualTo(613_883_280L * 1000);
  }

  @Test
  void readsThousandsOfMessagesInBoundedMemory() throws IOException {
    int messages = 20_000;
    int[] accepted = {0};
    InterchangeResult result =
        MsconsReader.read(
            many(messages),
            ReadOptions.DEFAULT,
            message -> accepted[0] += message instanceof MessageResult.Accepted ? 1 : 0);
    assertThat(result.syntaxValid()).isTrue();
    assertThat(result.messages()).isEqualTo(messages);
    assertThat(accepted[0]).isEqualTo(messages);
  }

  private static String digits(int i) {
    return Integer.toString(1000 + i % 1000).substring(1);
  }

  /** An interchange that is never whole in memory. */
  private static InputStream many(int messages) {
    List<String> body = MsconsText.profile(Instant.parse("2026-03-01T12:00:00Z"), "220:1");
    return new PartsStream(messages + 2, i -> part(i, messages, body));
  }

  private static String part(int index, int messages, List<String> body) {
    if (index == 0) {
      return MsconsText.UNB;
    }
    return index > messages ? "UNZ+" + messages + "+REF1'" : MsconsText.message("M" + index, body);
  }

  /** Makes one part after the other when it is read. */
  private static final class PartsStream extends InputStream {
    private final int count;
    private final IntFunction<String> parts;
    private InputStream current = InputStream.nullInputStream();
    private int index;

    PartsStream(int count, IntFunction<String> parts) {
      this.count = count;
      this.parts = parts;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = current.read(target, offset, length);
      while (read < 0 && index < count) {
        current = MsconsText.stream(parts.apply(index++));
        read = current.read(target, offset, length);
      }
      return read;
    }
  }
}
