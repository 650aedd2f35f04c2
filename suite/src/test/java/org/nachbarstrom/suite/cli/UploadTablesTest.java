package org.nachbarstrom.suite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.suite.road.UploadFiles;
import org.nachbarstrom.suite.road.UploadFiles.Uploaded;

class UploadTablesTest {
  private static Uploaded uploaded(int status, String json) throws JsonProcessingException {
    return new Uploaded(Path.of("werte.csv"), status, new ObjectMapper().readTree(json));
  }

  @Test
  void showsWhatAFileWouldChange() throws JsonProcessingException {
    Uploaded preview =
        uploaded(
            201,
            """
            {"state":"PREVIEWED","preview":{"mappingProposed":true,"mapping":{"form":"WIDE"},
             "values":1234,"added":1200,"changing":30,"unchanged":4,"series":[
             {"accountingPoint":"51238696781","direction":"CONSUMPTION","declared":false,
              "from":"2026-03-28T23:00:00Z","to":"2026-03-29T22:00:00Z","values":1234,
              "added":1200,"changing":30,"unchanged":4}]},
             "rejections":[{"line":5,"pointer":"Wert","code":"TOO_FINE","detail":"too fine"}]}
            """);
    List<String> lines = UploadTables.lines(preview);
    assertThat(lines)
        .startsWith("werte.csv: 1,234 values, 1,200 new, 30 changing, 4 known already")
        .contains("  line 5 Wert TOO_FINE: too fine")
        .endsWith("Nothing is written yet; --confirm writes it.");
    assertThat(lines).anyMatch(line -> line.matches("51238696781 .* no .* 1234 +1200 +30"));
    assertThat(preview.accepted()).isFalse();
  }

  @Test
  void showsWhatBecameOfAFile() throws JsonProcessingException {
    String done =
        """
        {"state":"COMPLETED","readings":2,"rejections":[],
         "values":{"taken":3,"unchanged":1,"outdated":0,"rejected":0}}
        """;
    String counts = ", 3 values taken, 1 known already, 0 outdated, 0 rejected, 2 readings";
    assertThat(UploadTables.lines(uploaded(201, done)))
        .containsExactly("werte.csv: completed now" + counts);
    assertThat(UploadTables.lines(uploaded(200, done)))
        .containsExactly("werte.csv: completed" + counts);
    assertThat(uploaded(200, done).accepted()).isTrue();
  }

  @Test
  void showsWhyAFileIsRefused() throws JsonProcessingException {
    Uploaded refused =
        uploaded(
            422,
            """
            {"code":"METERING-0138","detail":"The mapping does not fit the file.",
             "errors":[{"pointer":"/time/column","code":"NO_SUCH_COLUMN","detail":"no column"}]}
            """);
    assertThat(UploadTables.lines(refused))
        .containsExactly(
            "werte.csv: refused, The mapping does not fit the file.",
            "  pointer /time/column, NO_SUCH_COLUMN, no column");
    assertThat(refused.accepted()).isFalse();
  }

  @Test
  void tellsLinesFromTablesByTheName() {
    assertThat(List.of("a.ndjson", "b.JSONL", "c.ndjson.gz"))
        .allMatch(name -> UploadFiles.isLines(Path.of(name)));
    assertThat(List.of("a.csv", "b.xlsx")).noneMatch(name -> UploadFiles.isLines(Path.of(name)));
  }
}
