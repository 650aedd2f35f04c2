package org.nachbarstrom.edifact.core.mscons;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.nachbarstrom.edifact.core.MsconsText;
import org.nachbarstrom.edifact.core.ReadOptions;

/** An interchange of any length that is never whole in memory; as a program, reads one. */
final class LargeInterchange extends InputStream {
  static final int VALUES_PER_MESSAGE = 96;

  private static final String REFERENCE = "00000000000000";
  private static final int MEGABYTE = 1_000_000;

  private final byte[] message;
  private final int messages;
  private final int[] references;
  private byte[] part = MsconsText.UNB.getBytes(StandardCharsets.ISO_8859_1);
  private int position;
  private int next = 1;

  private LargeInterchange(long bytes) {
    String[] quantities =
        IntStream.range(0, VALUES_PER_MESSAGE)
            .mapToObj(i -> "220:" + i + ".125")
            .toArray(String[]::new);
    List<String> body = MsconsText.profile(Instant.parse("2026-03-01T23:00:00Z"), quantities);
    String text = MsconsText.message(REFERENCE, body);
    this.message = text.getBytes(StandardCharsets.ISO_8859_1);
    this.messages = (int) (bytes / message.length) + 1;
    this.references = new int[] {text.indexOf(REFERENCE), text.lastIndexOf(REFERENCE)};
  }

  /**
   * Reads an interchange of so many megabytes and prints what was in it: messages, values, sum.
   *
   * @param arguments number of megabytes
   */
  public static void main(String... arguments) throws IOException {
    long[] sums = new long[3];
    LargeInterchange in = new LargeInterchange(Long.parseLong(arguments[0]) * MEGABYTE);
    var result =
        MsconsReader.read(
            in,
            ReadOptions.DEFAULT,
            message -> {
              LoadProfile profile = (LoadProfile) ((MessageResult.Accepted) message).content();
              RegisterSeries series = profile.series().getFirst();
              sums[0]++;
              sums[1] += series.size();
              sums[2] += series.milliWattHours(VALUES_PER_MESSAGE - 1);
            });
    System.out.println(result.syntaxValid() + " " + sums[0] + " " + sums[1] + " " + sums[2]);
  }

  /** What the program prints for so many megabytes. */
  static String expected(int megabytes) {
    long count = new LargeInterchange((long) megabytes * MEGABYTE).messages;
    // The last value of each message is 95.125 kWh.
    return "true %d %d %d".formatted(count, count * VALUES_PER_MESSAGE, count * 95_125_000L);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (position == part.length && !advance()) {
      return -1;
    }
    int count = Math.min(length, part.length - position);
    System.arraycopy(part, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean advance() {
    position = 0;
    if (next > messages + 1) {
      part = new byte[0];
      return false;
    }
    if (next > messages) {
      part = ("UNZ+" + messages + "+REF1'").getBytes(StandardCharsets.ISO_8859_1);
    } else {
      number(next);
      part = message;
    }
    next++;
    return true;
  }

  private void number(int reference) {
    int rest = reference;
    for (int digit = REFERENCE.length() - 1; digit >= 0; digit--) {
      for (int start : references) {
        message[start + digit] = (byte) ('0' + rest % 10);
      }
      rest /= 10;
    }
  }
}
