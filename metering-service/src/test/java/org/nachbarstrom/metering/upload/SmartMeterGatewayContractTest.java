package org.nachbarstrom.metering.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nachbarstrom.metering.retention.KeptValues;
import org.nachbarstrom.metering.upload.line.ReadLines;
import org.nachbarstrom.testing.ProjectFiles;

/** Holds {@code docs/smart-meter-gateway.md} and the schemas of uploads to what the code does. */
class SmartMeterGatewayContractTest {
  private static final Pattern LINE = Pattern.compile("(?m)^\\{\"(accounting|metering)Point.*$");

  private static String read(String path) {
    try {
      return Files.readString(ProjectFiles.root().resolve(path));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static final String PAGE = read("docs/smart-meter-gateway.md");

  private static Schema schema(String name) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(read("schemas/" + name + "/v1/schema.json"));
  }

  private static List<String> examples(String name) throws IOException {
    List<String> examples = new ArrayList<>();
    try (Stream<Path> files =
        Files.list(ProjectFiles.root().resolve("schemas/" + name + "/v1/examples"))) {
      for (Path file : files.toList()) {
        examples.add(Files.readString(file));
      }
    }
    return examples;
  }

  static List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>(examples("upload-line"));
    lines.replaceAll(line -> line.replaceAll("\\s*\n\\s*", " "));
    Matcher onPage = LINE.matcher(PAGE);
    while (onPage.find()) {
      lines.add(onPage.group());
    }
    assertThat(lines).hasSize(5);
    return lines;
  }

  private static UploadContent taken(String line) throws IOException {
    UploadContent content = new UploadContent(KeptValues.Kept.ALL);
    ReadLines.read(
        new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), content, () -> {});
    return content;
  }

  @ParameterizedTest
  @MethodSource("lines")
  void takesEveryExampleThatTheSchemaAllows(String line) throws IOException {
    assertThat(schema("upload-line").validate(line, InputFormat.JSON)).isEmpty();
    UploadContent content = taken(line);
    assertThat(content.rejections()).isEmpty();
    assertThat(content.isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{'accountingPoint':'51238696781','direction':'CONSUMPTION',"
            + "'start':'2026-03-28T23:00:00Z','values':[1]}",
        "{'accountingPoint':'51238696781','start':'2026-03-28T23:00:00Z','values':[1],"
            + "'quality':'MEASURED'}",
        "{'accountingPoint':'51238696781','direction':'CONSUMPTION','start':'2026-03-28T23:00:00Z',"
            + "'values':[-1],'quality':'MEASURED'}",
        "{'accountingPoint':'51238696781','direction':'CONSUMPTION','start':'2026-03-28T23:00:00Z',"
            + "'values':['1,5'],'quality':'MEASURED'}",
        "{'accountingPoint':'51238696781','direction':'CONSUMPTION','start':'2026-03-28T23:00',"
            + "'values':[1],'quality':'MEASURED'}",
        "{'accountingPoint':'51238696781','direction':'BOTH','start':'2026-03-28T23:00:00Z',"
            + "'values':[1],'quality':'MEASURED'}",
        "{'accountingPoint':'51238696781','obis':'1-1:1.8.0','start':'2026-03-28T23:00:00Z',"
            + "'values':[1],'quality':'MEASURED'}",
        "{'accountingPoint':'51238696781','obis':'1-1:1.29.0','start':'2026-03-28T23:00:00Z',"
            + "'values':[1],'quality':'MISSING'}",
        "{'accountingPoint':'51238696781','obis':'1-1:1.29.0','start':'2026-03-28T23:00:00Z',"
            + "'values':[1],'quality':'MEASURED','unit':'kWh'}",
        "{'meteringPoint':'DE0000010000100000000000000000M01','obis':'1-1:1.29.0',"
            + "'readings':[{'at':'2026-03-28T23:00:00Z','value':'1','quality':'MEASURED'}]}",
        "{'meteringPoint':'DE1','obis':'1-1:1.8.0',"
            + "'readings':[{'at':'2026-03-28T23:00:00Z','value':'1','quality':'MEASURED'}]}"
      })
  void rejectsWhatTheSchemaForbids(String quoted) throws IOException {
    String line = quoted.replace('\'', '"');
    assertThat(schema("upload-line").validate(line, InputFormat.JSON)).isNotEmpty();
    assertThat(taken(line).rejections()).isNotEmpty();
  }

  @Test
  void readsTheMappingsThatTheSchemaAllows() throws IOException {
    for (String mapping : examples("upload-mapping")) {
      assertThat(schema("upload-mapping").validate(mapping, InputFormat.JSON)).isEmpty();
      FileMapping read = new ObjectMapper().readValue(mapping, FileMapping.class);
      String written = new ObjectMapper().writeValueAsString(read);
      assertThat(new ObjectMapper().readTree(written))
          .isEqualTo(new ObjectMapper().readTree(mapping));
    }
  }

  @Test
  void namesEveryCodeAndLimit() {
    for (Fault fault : Fault.values()) {
      assertThat(PAGE).contains("`" + fault + "`");
    }
    for (int limit :
        List.of(
            GatheredValues.MOST_VALUES,
            GatheredValues.MOST_DAYS,
            GatheredReadings.MOST_READINGS,
            UploadContent.MOST_REJECTIONS,
            UploadContent.MOST_LINES,
            ReadLines.LONGEST_LINE,
            ReadLines.MOST_VALUES)) {
      assertThat(PAGE).contains(String.format(Locale.ROOT, "%,d", limit).replace(',', ' '));
    }
    assertThat(PAGE).contains((Bodies.LARGEST_BODY >> 20) + " MB unpacked");
    for (UploadRejection rejection :
        List.of(
            UploadRejection.INVALID_UPLOAD,
            UploadRejection.UPLOAD_RUNNING,
            UploadRejection.IDEMPOTENCY_KEY_REUSED,
            UploadRejection.UPLOAD_INTERRUPTED,
            UploadRejection.UPLOAD_TOO_LARGE,
            UploadRejection.TOO_MANY_REJECTIONS,
            UploadRejection.UNREADABLE_FILE)) {
      assertThat(PAGE).contains(rejection.status() + " `" + rejection.code() + "`");
    }
    for (var quality : Qualities.ALL) {
      assertThat(PAGE).contains("`" + quality + "`");
    }
  }
}
