package org.nachbarstrom.edifact.core.aperak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.AnswerStructure;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.SharedFiles;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;

/** The APERAK samples, written byte for byte and read. */
class AperakSamplesTest {
  private static final Instant SENT = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant MADE = Instant.parse("2026-11-23T08:00:00Z");
  private static final Instant PREPARED = Instant.parse("2026-11-22T05:00:00Z");
  private static final InterchangeHeader ORIGINAL =
      new InterchangeHeader(
          "9900000000011",
          "500",
          "9900000000029",
          "500",
          Optional.of(PREPARED),
          "SYN00000000001",
          "TL");
  private static final AperakMessage ACKNOWLEDGEMENT =
      AperakMessage.acknowledge(answered(""), "APEDOC1", MADE);
  private static final AperakMessage REFUSAL =
      new AperakMessage(
          "APEDOC2",
          MADE,
          false,
          answered("00000000001001"),
          List.of(new AperakError("Z10", List.of("51238696781"), List.of(), "", "", "")));

  @Test
  void writesTheAcknowledgement() throws IOException {
    byte[] written =
        new AperakWriter(ORIGINAL, "APE0000000001", SENT).add(ACKNOWLEDGEMENT).finish();
    assertThat(written).isEqualTo(sample("own_APERAK_312"));
    AnswerStructure.check(written);
  }

  @Test
  void writesTheRefusal() throws IOException {
    byte[] written = new AperakWriter(ORIGINAL, "APE0000000002", SENT).add(REFUSAL).finish();
    assertThat(written).isEqualTo(sample("own_APERAK_313_Z10"));
    AnswerStructure.check(written);
  }

  @Test
  void readsTheAcknowledgement() throws IOException {
    AperakResult read = read("own_APERAK_312");
    assertThat(read.findings()).isEmpty();
    assertThat(read.message()).hasValue(ACKNOWLEDGEMENT);
    assertThat(read.header().version()).isEqualTo("2.2");
  }

  @Test
  void readsTheRefusal() throws IOException {
    AperakResult read = read("own_APERAK_313_Z10");
    assertThat(read.findings()).isEmpty();
    assertThat(read.message()).hasValue(REFUSAL);
    assertThat(REFUSAL.errors().getFirst().text()).isEqualTo("the id of the object is not known");
  }

  private static AnsweredMessage answered(String messageReference) {
    return new AnsweredMessage(
        "SYN00000000001", Optional.of(PREPARED), "DOC20261121A", messageReference);
  }

  private static AperakResult read(String name) throws IOException {
    List<AperakResult> read = new ArrayList<>();
    AperakReader.read(new ByteArrayInputStream(sample(name)), ReadOptions.DEFAULT, read::add);
    assertThat(read).hasSize(1);
    return read.getFirst();
  }

  private static byte[] sample(String name) throws IOException {
    String file = "mscons/samples/acknowledgements/" + name + ".edi";
    String text = Files.readString(SharedFiles.find(file), StandardCharsets.ISO_8859_1);
    return text.strip().getBytes(StandardCharsets.ISO_8859_1);
  }
}
