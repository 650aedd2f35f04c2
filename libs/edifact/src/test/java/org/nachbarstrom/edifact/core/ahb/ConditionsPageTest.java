package org.nachbarstrom.edifact.core.ahb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about what is not evaluated names exactly that. */
class ConditionsPageTest {
  @Test
  void listsEachConditionThatNoMessageAnswers() throws IOException {
    String page = Files.readString(Path.of("../../docs/edifact-conditions.md"));
    String table =
        page.substring(page.indexOf("## Undecided, whatever"), page.indexOf("## Undecided until"));
    Matcher rows = Pattern.compile("(?m)^\\| (\\d+) \\|").matcher(table);
    List<String> listed = rows.results().map(row -> row.group(1)).toList();
    List<String> unjudged =
        Handbook.notes().stream().filter(note -> !note.judged()).map(HandbookNote::number).toList();
    assertThat(listed).containsExactlyElementsOf(unjudged);
  }
}
