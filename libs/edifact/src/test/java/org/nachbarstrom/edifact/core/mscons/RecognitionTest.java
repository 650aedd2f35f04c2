package org.nachbarstrom.edifact.core.mscons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.MsconsText;
import org.nachbarstrom.edifact.core.ReadOptions;

/** Recognising values as a whole must come to exactly what reading segment by segment does. */
class RecognitionTest {
  private static final Instant START = Instant.parse("2026-03-01T22:00:00Z");
  private static final String EXPLAINED = "STS+Z32++ZJ2'STS+Z34++ZB0'STS+Z40++ZB0'";
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "0.030",
          "12.5",
          "007",
          "1234567890123",
          "123456789012.345",
          "0.0305",
          "-1",
          "-0",
          ".5",
          "5.",
          "1,5",
          "1.2.3",
          "",
          "1E3",
          "?1",
          "99999999999999999999",
          "1 2",
          "1\n2");
  private static final List<String> SPOILED =
      List.of(
          "?+00:303|?+01:303",
          "?+00:303|?-00:303",
          ":303|:203",
          ":303'|:303:'",
          "DTM+163|DTM+164",
          "DTM+164|DTM+7",
          "'DTM|'\r\nDTM",
          "'DTM|' DTM",
          "'QTY|'\nQTY",
          "'QTY|'\t\r\nQTY",
          "'QTY|'STS+Z33++ZC3'QTY",
          "QTY+220|QTY+67",
          "QTY+220|QTY+Z18",
          "QTY+220|QTY+2?20",
          "QTY+220|QTY+99",
          "QTY+220|QTY+2200000",
          "'QTY|''QTY",
          "'QTY|'XXX+1'QTY",
          "03012|03022",
          "15?+00|16?+00",
          "202603020000|202603012400",
          "2026|2O26",
          "0301|0230",
          "23|24",
          "QTY+220:|QTY+220+",
          "LIN|LI",
          "'QTY|'DTM+60:202603012200?+00:303'QTY");

  private final Random random = new Random(20260301);

  @Test
  void comesToTheSameOnWhateverIsSent() throws IOException {
    int accepted = 0;
    for (int i = 0; i < 6_000; i++) {
      byte[] input = spoil(interchange(i)).getBytes(StandardCharsets.ISO_8859_1);
      if (random.nextInt(4) == 0) {
        input[random.nextInt(input.length)] = (byte) random.nextInt(256);
      }
      ReadOptions options = ReadOptions.DEFAULT.withLenient(random.nextInt(4) == 0);
      String slow = read(input, options, false);
      assertThat(read(input, options, true)).as("input %d", i).isEqualTo(slow);
      accepted += slow.contains("Accepted") ? 1 : 0;
    }
    assertThat(accepted).isGreaterThan(1_000);
  }

  @Test
  void comesToTheSameWhereverTheBufferEnds() throws IOException {
    String[] quantities =
        IntStream.range(0, 4_000).mapToObj(i -> "220:" + i % 1000).toArray(String[]::new);
    List<String> body = MsconsText.profile(START, quantities);
    for (int shift = 0; shift < 90; shift++) {
      // The document number, up to 35 characters, and line breaks move everything behind them.
      body.set(0, "BGM+Z48+D" + "1".repeat(shift % 30) + "+9" + "\r".repeat(shift / 30));
      String text = MsconsText.interchange(MsconsText.message("M1", body));
      byte[] input = text.getBytes(StandardCharsets.ISO_8859_1);
      String fast = read(input, ReadOptions.DEFAULT, true);
      assertThat(fast).isEqualTo(read(input, ReadOptions.DEFAULT, false));
      assertThat(fast).contains("Accepted").contains("valid=true");
    }
  }

  private String interchange(int number) {
    List<String> messages = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      List<String> body = body(number);
      messages.add(MsconsText.message("M" + i, random.nextInt(8) == 0 ? "2.3" : "2.5", body));
    }
    return MsconsText.interchange(messages.toArray(String[]::new));
  }

  private List<String> body(int number) {
    int size = 3 + random.nextInt(12);
    String[] quantities = new String[size];
    Arrays.setAll(quantities, i -> "220:" + random.nextInt(20) + "." + random.nextInt(1000));
    if (number % 3 == 0) {
      quantities[random.nextInt(size)] = "220:" + NUMBERS.get(random.nextInt(NUMBERS.size()));
    }
    List<String> body = MsconsText.profile(START, quantities);
    if (number % 2 == 0) {
      for (int i = body.size() - 1; i > 12; i--) {
        if (body.get(i).startsWith("DTM+164") && random.nextInt(3) == 0) {
          int quantity = i - 2;
          body.set(
              quantity, body.get(quantity).replace("220:", random.nextBoolean() ? "67:" : "Z18:"));
          if (body.get(quantity).contains("67:")) {
            body.addAll(i + 1, List.of(EXPLAINED.split("'", -1)).subList(0, 3));
          }
        }
      }
    }
    return body;
  }

  private String spoil(String text) {
    String spoiled = text;
    for (int i = random.nextInt(3); i > 0; i--) {
      String[] change = SPOILED.get(random.nextInt(SPOILED.size())).split("\\|", -1);
      int from = random.nextInt(spoiled.length());
      int at = spoiled.indexOf(change[0], from);
      if (at >= 0) {
        spoiled = spoiled.substring(0, at) + change[1] + spoiled.substring(at + change[0].length());
      }
    }
    return spoiled;
  }

  private static String read(byte[] input, ReadOptions options, boolean recognise)
      throws IOException {
    MsconsReader reader =
        new MsconsReader(
            new ByteArrayInputStream(input), options, HandbookChecks.known(), recognise);
    StringBuilder all = new StringBuilder();
    for (Optional<MessageResult> next = reader.next(); next.isPresent(); next = reader.next()) {
      switch (next.get()) {
        case MessageResult.Accepted taken -> {
          all.append("Accepted ").append(taken.facts());
          series(all, (LoadProfile) taken.content());
        }
        case MessageResult.Acknowledgement other -> all.append(other);
        case MessageResult.Refused refused -> all.append(refused);
      }
      all.append('\n');
    }
    return all + " valid=" + reader.result().syntaxValid() + reader.result();
  }

  private static void series(StringBuilder all, LoadProfile profile) {
    all.append(profile.period());
    for (RegisterSeries one : profile.series()) {
      all.append(one.obis());
      for (int i = 0; i < one.size(); i++) {
        all.append(' ').append(one.milliWattHours(i)).append(one.quality(i));
        if (!one.status(i).equals(ValueStatus.NONE)) {
          all.append(one.status(i));
        }
      }
    }
  }
}
