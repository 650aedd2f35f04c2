package org.nachbarstrom.edifact.core.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Spoils bytes the way transport, foreign software and attackers do. */
final class Mutation {
  private static final byte[] SERVICE = "+:'?.,- \r\n0A".getBytes(StandardCharsets.ISO_8859_1);
  private static final List<String> PIECES =
      List.of("UNH+", "UNT+1+1'", "UNZ+1+REF1'", "UNB+UNOC:3'", "QTY+220:1'", "'''", "++++", "??");

  private final RandomGenerator random;

  Mutation(RandomGenerator random) {
    this.random = random;
  }

  /** The input with up to four places spoiled. */
  byte[] spoil(byte[] input) {
    byte[] result = input;
    for (int i = random.nextInt(5); i > 0 && result.length > 0; i--) {
      result = once(result);
    }
    return result;
  }

  private byte[] once(byte[] input) {
    int at = random.nextInt(input.length);
    int to = Math.min(input.length, at + random.nextInt(40));
    return switch (random.nextInt(7)) {
      case 0 -> replaced(input, at, (byte) random.nextInt(256));
      case 1 -> replaced(input, at, SERVICE[random.nextInt(SERVICE.length)]);
      case 2 -> spliced(input, at, new byte[] {SERVICE[random.nextInt(SERVICE.length)]}, at);
      case 3 -> spliced(input, at, new byte[0], to);
      case 4 -> spliced(input, at, java.util.Arrays.copyOfRange(input, at, to), at);
      case 5 -> spliced(input, at, piece(), at);
      default -> java.util.Arrays.copyOf(input, at);
    };
  }

  private byte[] piece() {
    return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] replaced(byte[] input, int at, byte by) {
    byte[] copy = input.clone();
    copy[at] = by;
    return copy;
  }

  /** The bytes before {@code from}, what is put in, and the bytes from {@code to} on. */
  private static byte[] spliced(byte[] input, int from, byte[] put, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(input.length + put.length);
    out.write(input, 0, from);
    out.writeBytes(put);
    out.write(input, to, input.length - to);
    return out.toByteArray();
  }
}
