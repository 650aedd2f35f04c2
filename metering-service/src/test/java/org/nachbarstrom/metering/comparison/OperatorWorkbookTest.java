package org.nachbarstrom.metering.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.upload.UploadKind;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.problem.ProblemException;

class OperatorWorkbookTest {
  private static final Instant START = Instant.parse("2026-05-31T22:00:00Z");
  private static final String A = "50000000013";

  private static OperatorFile read(Consumer<Worksheet> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      content.accept(workbook.newWorksheet("Zuteilung"));
      workbook.newWorksheet("Erläuterung").value(0, 0, "zählt nicht");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return OperatorFile.read(UploadKind.XLSX, bytes.toByteArray());
  }

  private static void row(Worksheet sheet, int row, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      switch (cells[i]) {
        case LocalDateTime date -> {
          sheet.value(row, i, date);
          sheet.style(row, i).format("yyyy-mm-dd hh:mm").set();
        }
        case Number number -> sheet.value(row, i, number);
        default -> sheet.value(row, i, cells[i].toString());
      }
    }
  }

  /** Dates are UTC; 0.1 + 0.2 is stored as 0.30000000000000004, a spreadsheet shows 0.3. */
  @Test
  void readsDatesTextsAndNumbersOfCells() {
    OperatorFile file =
        read(sheet -> {
          row(sheet, 1, "accounting_point", "interval_start", "allocated_kwh", "consumption_kwh");
          row(sheet, 2, A, LocalDateTime.of(2026, 5, 31, 22, 0), 0.1 + 0.2, 0.4);
          row(sheet, 4, 50_000_000_013L, "2026-05-31T22:15:00Z", "0.25", "");
          row(sheet, 5, A, LocalDateTime.of(2026, 5, 31, 22, 30), "", 0.4);
        });
    AccountingPointId point = new AccountingPointId(A);
    assertThat(file.at(START)).isEqualTo(Map.of(point, new OperatorCell(300_000, 400_000L)));
    assertThat(file.at(START.plusSeconds(900)))
        .isEqualTo(Map.of(point, new OperatorCell(250_000, null)));
    assertThat(file.at(START.plusSeconds(1800))).isEmpty();
  }

  @Test
  void namesRowAndColumnOfEverythingUnreadable() {
    assertErrors(
        sheet -> {
          row(sheet, 0, "interval_start", "accounting_point", "allocated_kwh", "consumption_kwh");
          row(sheet, 1, LocalDateTime.of(2026, 5, 31, 22, 0), A, 0.1);
          row(sheet, 2, "31.05.2026 22:00", A, 0.1);
          row(sheet, 3, LocalDateTime.of(2026, 5, 31, 22, 5), A, 0.1);
          row(sheet, 6, LocalDateTime.of(2026, 5, 31, 22, 15), "50000000014", 0.1, "0,4");
          row(sheet, 7, LocalDateTime.of(2026, 5, 31, 22, 15), A, 0.0000001);
          row(sheet, 8, LocalDateTime.of(2026, 5, 31, 22, 15), A, -1);
          row(sheet, 9, "2026-05-31T22:00:00Z", A, 0.2);
        },
        "/lines/3/interval_start UNREADABLE",
        "/lines/4/interval_start MISALIGNED",
        "/lines/7/accounting_point UNREADABLE",
        "/lines/7/consumption_kwh UNREADABLE",
        "/lines/8/allocated_kwh UNREADABLE",
        "/lines/9/allocated_kwh NEGATIVE",
        "/lines/10/interval_start TWICE");
    assertErrors(
        sheet -> row(sheet, 2, "accounting_point", "a"),
        "/lines/3/interval_start REQUIRED",
        "/lines/3/allocated_kwh REQUIRED");
  }

  private static void assertErrors(Consumer<Worksheet> content, String... expected) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.errors())
                    .extracting(error -> error.pointer() + " " + error.code())
                    .containsExactly(expected));
  }

  @Test
  void refusesWhatIsNoWorkbookAndWhatHasNoRows() {
    byte[] text = "interval_start,accounting_point".getBytes(StandardCharsets.UTF_8);
    for (byte[] bytes : List.of(text, new byte[0])) {
      assertThatThrownBy(() -> OperatorFile.read(UploadKind.XLSX, bytes))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem ->
                  assertThat(problem.rejection())
                      .isEqualTo(ComparisonRejection.UNREADABLE_OPERATOR_FILE));
    }
    assertErrors(
        sheet -> {},
        "/lines/1/interval_start REQUIRED",
        "/lines/1/accounting_point REQUIRED",
        "/lines/1/allocated_kwh REQUIRED");
  }
}
