package org.nachbarstrom.edifact.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class UnpackingTest {
  private static final Settings WIDE = new Settings(1L << 30, 200);

  @Test
  void leavesPlainTextAsItIs() throws IOException {
    for (String text : new String[] {"", "U", "UNB+UNOC:3'", "\u001f", "\u001fx"}) {
      assertThat(unpack(bytes(text), WIDE)).isEqualTo(bytes(text));
    }
  }

  @Test
  void unpacksGzipOfSeveralMembers() throws IOException {
    byte[] first = gzip(bytes("UNB+UNOC:3'"));
    byte[] second = gzip(bytes("UNZ+0+A'"));
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    assertThat(unpack(both, WIDE)).isEqualTo(bytes("UNB+UNOC:3'UNZ+0+A'"));
  }

  @Test
  void refusesAMemberWithoutEnd() throws IOException {
    byte[] whole = gzip(noise(10_000));
    for (int length : new int[] {2, 9, 500, whole.length - 9, whole.length - 1}) {
      refused(Arrays.copyOf(whole, length), WIDE, InterchangeRejection.BROKEN_COMPRESSION);
    }
  }

  @Test
  void refusesAWrongChecksum() throws IOException {
    byte[] wrong = gzip(bytes("UNB+UNOC:3'"));
    wrong[wrong.length - 8] ^= 1;
    refused(wrong, WIDE, InterchangeRejection.BROKEN_COMPRESSION);
  }

  @Test
  void stopsAtTheLargestSize() throws IOException {
    byte[] packed = gzip(noise(5_000));
    assertThat(unpack(packed, new Settings(5_000, 200))).hasSize(5_000);
    refused(packed, new Settings(4_999, 200), InterchangeRejection.UNPACKED_TOO_LARGE);
  }

  @Test
  void stopsWhereASmallFileUnpacksTooFar() throws IOException {
    // Deflate packs equal bytes to about a thousandth.
    byte[] packed = gzip(new byte[20 << 20]);
    assertThat(unpack(packed, new Settings(1L << 30, 1_100))).hasSize(20 << 20);
    refused(packed, WIDE, InterchangeRejection.UNPACKED_TOO_LARGE);
    assertThat(unpack(gzip(new byte[1 << 20]), WIDE)).hasSize(1 << 20);
  }

  private static void refused(byte[] raw, Settings settings, InterchangeRejection rejection) {
    assertThatThrownBy(() -> unpack(raw, settings))
        .isInstanceOfSatisfying(
            NotUnpackedException.class,
            failure -> assertThat(failure.outcome().rejection()).isEqualTo(rejection));
  }

  private static byte[] unpack(byte[] raw, Settings settings) throws IOException {
    try (InputStream in = Unpacking.open(new Bytes(raw), settings)) {
      return in.readAllBytes();
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(7).nextBytes(noise);
    return noise;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static final class Bytes implements ReceivedFile {
    private final byte[] raw;

    Bytes(byte[] raw) {
      this.raw = raw;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(raw);
    }

    @Override
    public long sizeBytes() {
      return raw.length;
    }

    @Override
    public String sha256() {
      return "";
    }
  }
}
