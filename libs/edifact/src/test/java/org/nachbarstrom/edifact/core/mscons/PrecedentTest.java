package org.nachbarstrom.edifact.core.mscons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.MsconsText;
import org.nachbarstrom.edifact.core.ReadOptions;

/** Messages like earlier ones come to what they would come to if they were the only ones. */
class PrecedentTest {
  private static final Instant START = Instant.parse("2026-03-01T23:00:00Z");
  private static final List<String> CHANGES =
      List.of(
          "51238696781|51238696782",
          "51238696781|10000000005",
          "51238696781|41373559241",
          "51238696781|E1234848431",
          "51238696781|DE0001234567800000000000000012345",
          "51238696781|512386967811",
          "+51238696781|",
          "172+51238696781|172+5123:8696781",
          "LOC+172|LOC+237",
          "LOC+172+51238696781'|LOC+172+51238696781'LOC+172+51238696781'",
          "9900000000011|9900000000029",
          "9900000000011|9900000000012",
          "9900000000011::293|9900000000011::332",
          "9900000000011::293|9900000000011::9",
          "NAD+MR+9900000000029::293'|",
          "NAD+MS|NAD+MR",
          "BGM+Z48|BGM+7",
          "BGM+Z48|BGM+Z83",
          "DOC1+9|DOC1+1",
          "DOC1|DOCUMENT-2",
          "DOC1|0123456789012345678901234567890123456789",
          "+DOC1+|++",
          "DOC1|DOC:1",
          "BGM+Z48+DOC1+9'|",
          "137:202611220500|137:202603012330",
          "137:202611220500|137:202611220501",
          "137:202611220500|137:202711220500",
          "0500?+00:303'RFF|0500?+01:303'RFF",
          "0500?+00:303'RFF|0500?+00:304'RFF",
          "Z13:13025|Z13:13018",
          "Z13:13025|Z13:13027",
          "Z13:13025|Z13:99999",
          "RFF+Z13:13025'|RFF+Z13:13025'RFF+AGI:ORDER1'",
          "RFF+Z13:13025'|",
          "UNS+D'|",
          "UNS+D|UNS+S",
          "NAD+DP'|",
          "NAD+DP'|NAD+DDE'",
          "DTM+164:|DTM+163:",
          "202603012300|202603012315",
          "?+00:303|?+01:303",
          "LIN+1|LIN+2",
          "LIN+1'|LIN+1'PIA+5+1-1?:2.29.0:SRW'",
          "1-1?:1.29.0|1-1?:2.29.0",
          "1-1?:1.29.0|1-1?:9.29.0",
          "1-1?:1.29.0|1-1?:1.8.0",
          ":SRW|:Z08",
          "QTY+220|QTY+67",
          "QTY+220|QTY+79",
          "QTY+220:1.|QTY+220:-1.",
          "QTY+220:1.|QTY+220:1.000",
          "QTY+220:1|QTY+220:1:KWH",
          ":2.5'|:2.4c'",
          ":2.5'|:2.3'",
          ":UN:|:XX:",
          "UNH+|UNH+1234567890",
          "UNT+|UNT+1",
          "BGM|\u0001BGM",
          "15?+00:303'QTY|15?+00:303'DTM+60:202603012200?+00:303'QTY");

  private final Random random = new Random(20260301);

  @Test
  void eachMessageComesToWhatItComesToWithoutThoseBeforeIt() throws IOException {
    int accepted = 0;
    for (int i = 0; i < 4_000; i++) {
      byte[] input = interchange().getBytes(StandardCharsets.ISO_8859_1);
      String alone = read(input, false);
      assertThat(read(input, true)).as("input %d", i).isEqualTo(alone);
      accepted += alone.contains("Accepted") ? 1 : 0;
    }
    assertThat(accepted).isGreaterThan(2_000);
  }

  @Test
  void eachChangeIsFoundBehindMessagesWithoutIt() throws IOException {
    for (String change : CHANGES) {
      String[] parts = change.split("\\|", -1);
      String[] messages = new String[12];
      for (int i = 0; i < 12; i++) {
        messages[i] = message(i);
      }
      assertThat(messages[11]).contains(parts[0]);
      messages[11] = messages[11].replaceFirst(quoted(parts[0]), parts[1]);
      String text = MsconsText.interchange(messages);
      byte[] input = text.getBytes(StandardCharsets.ISO_8859_1);
      assertThat(read(input, true)).as(change).isEqualTo(read(input, false));
    }
  }

  @Test
  void messagesLikeTheOneBeforeNeedNoCheckOfTheirOwn() throws IOException {
    AtomicInteger opened = new AtomicInteger();
    HandbookChecks counted =
        (reader, version, identifier, sink) -> {
          opened.incrementAndGet();
          return HandbookChecks.known().open(reader, version, identifier, sink);
        };
    String text = MsconsText.interchange(message(1), message(22), message(333));
    MsconsReader reader =
        new MsconsReader(MsconsText.stream(text), ReadOptions.DEFAULT, counted, true);
    for (int i = 0; i < 3; i++) {
      assertThat(reader.next().orElseThrow()).isInstanceOf(MessageResult.Accepted.class);
    }
    assertThat(opened).hasValue(1);
  }

  /** The check digit of another market location counts, though all else is as before. */
  @Test
  void aWrongCheckDigitIsFoundBehindRightOnes() throws IOException {
    String text =
        MsconsText.interchange(
            message(1),
            message(2).replace("51238696781", "41373559241"),
            message(3).replace("51238696781", "51238696788"));
    MsconsReader reader = new MsconsReader(MsconsText.stream(text), ReadOptions.DEFAULT);
    assertThat(reader.next().orElseThrow()).isInstanceOf(MessageResult.Accepted.class);
    assertThat(reader.next().orElseThrow()).isInstanceOf(MessageResult.Accepted.class);
    MessageResult.Refused refused = (MessageResult.Refused) reader.next().orElseThrow();
    assertThat(refused.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo(FindingCode.FORMAT_VIOLATED);
          assertThat(finding.segmentText()).isEqualTo("LOC+172+51238696788");
        });
  }

  private String interchange() {
    List<String> messages = new ArrayList<>();
    int count = 2 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      String message = message(i);
      for (int n = random.nextInt(3) == 0 ? random.nextInt(3) : 0; n > 0; n--) {
        String[] parts = CHANGES.get(random.nextInt(CHANGES.size())).split("\\|", -1);
        message = message.replaceFirst(quoted(parts[0]), parts[1]);
      }
      messages.add(message);
    }
    return MsconsText.interchange(messages.toArray(String[]::new));
  }

  /** Of some kinds: one register or two, with or without substitutes. */
  private String message(int number) {
    boolean two = number % 4 == 3;
    List<String> body = MsconsText.start(START, START.plusSeconds(1800));
    body.set(0, "BGM+Z48+DOC1" + "+9");
    for (int line = 1; line <= (two ? 2 : 1); line++) {
      body.addAll(MsconsText.register(line, "1-1:" + line + ".29.0"));
      body.addAll(MsconsText.value("220:1" + random.nextInt(100), START));
      boolean substitute = random.nextInt(3) == 0;
      body.addAll(MsconsText.value((substitute ? "67:" : "220:1.") + "5", START.plusSeconds(900)));
      if (substitute) {
        body.addAll(List.of("STS+Z32++ZJ2", "STS+Z34++ZB0", "STS+Z40++ZB0"));
      }
    }
    return MsconsText.message("M" + number, body);
  }

  private static String quoted(String text) {
    return java.util.regex.Pattern.quote(text);
  }

  private static String read(byte[] input, boolean recognise) throws IOException {
    MsconsReader reader =
        new MsconsReader(
            new ByteArrayInputStream(input),
            ReadOptions.DEFAULT,
            HandbookChecks.known(),
            recognise);
    StringBuilder all = new StringBuilder();
    for (Optional<MessageResult> next = reader.next(); next.isPresent(); next = reader.next()) {
      switch (next.get()) {
        case MessageResult.Accepted taken ->
            all.append("Accepted ").append(taken.facts()).append(taken.content().valueCount());
        case MessageResult.Acknowledgement other -> all.append(other);
        case MessageResult.Refused refused -> all.append(refused);
      }
      all.append('\n');
    }
    return all + " valid=" + reader.result().syntaxValid() + reader.result();
  }
}
