package org.nachbarstrom.metering.comparison.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.comparison.Cause;
import org.nachbarstrom.metering.comparison.ComparisonTally;
import org.nachbarstrom.metering.comparison.Difference;
import org.nachbarstrom.metering.sharing.QueryAllocation;
import org.nachbarstrom.quantities.Energy;

/**
 * The dispute file as a workbook (Office Open XML): a summary by member and cause, every
 * quarter-hour to be disputed, and what was compared. Energies are numbers in kWh; local time is
 * that of the community. Texts are never formulas.
 */
final class DisputeWorkbook {
  static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final String KWH = "0.000###";
  private static final String LOCAL_TIME = "yyyy-mm-dd hh:mm";
  private static final int MOST_ROWS = 1_048_576;
  private static final int ROWS_AT_ONCE = 1_000;
  private static final List<String> SUMMARY =
      List.of(
          "Accounting point",
          "Cause",
          "Quarter-hours",
          "Operator kWh",
          "Ours kWh",
          "Difference kWh",
          "First (local time)",
          "Last (local time)");
  private static final List<String> QUARTER_HOURS =
      List.of(
          "Begin (local time)",
          "Begin (UTC)",
          "Accounting point",
          "Operator kWh",
          "Ours kWh",
          "Difference kWh",
          "Cause",
          "Concerned");

  private final Workbook workbook;
  private final QueryAllocation.Known known;
  private final ComparisonTally tally;
  private final ZoneId zone;

  private DisputeWorkbook(Workbook workbook, ComparisonResource.Compared compared) {
    this.workbook = workbook;
    known = compared.known();
    tally = compared.tally();
    zone = known.community().zone();
  }

  static byte[] of(ComparisonResource.Compared compared) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Nachbarstrom", null)) {
      DisputeWorkbook dispute = new DisputeWorkbook(workbook, compared);
      dispute.writeSummary();
      dispute.writeQuarterHours();
      dispute.writeAbout();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private void writeSummary() throws IOException {
    Worksheet sheet = sheet("Summary", SUMMARY);
    int row = 1;
    for (ComparisonTally.MemberComparison member : tally.members()) {
      sheet.value(row, 0, member.accountingPoint().value());
      sheet.value(row, 1, "ALL");
      sheet.value(row, 2, member.cells());
      kwh(sheet, row, 3, member.operatorTotal());
      kwh(sheet, row, 4, member.oursTotal());
      kwh(sheet, row, 5, member.oursTotal() - member.operatorTotal());
      row++;
      for (Map.Entry<Cause, ComparisonTally.CauseCount> entry :
          member.causes().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
        ComparisonTally.CauseCount count = entry.getValue();
        sheet.value(row, 0, member.accountingPoint().value());
        sheet.value(row, 1, entry.getKey().name());
        sheet.value(row, 2, count.cells());
        kwh(sheet, row, 5, count.milliWattHours());
        local(sheet, row, 6, count.first());
        local(sheet, row, 7, count.last());
        row++;
      }
    }
    sheet.finish();
  }

  /** A sheet has a largest number of rows; what does not fit goes on on the next one. */
  private void writeQuarterHours() throws IOException {
    List<Difference> differences = tally.differences();
    int from = 0;
    int number = 1;
    do {
      int to = Math.min(differences.size(), from + MOST_ROWS - 1);
      String name = number == 1 ? "Quarter-hours" : "Quarter-hours " + number;
      writeQuarterHours(sheet(name, QUARTER_HOURS), differences.subList(from, to));
      from = to;
      number++;
    } while (from < differences.size());
  }

  private void writeQuarterHours(Worksheet sheet, List<Difference> differences) throws IOException {
    int row = 1;
    for (Difference difference : differences) {
      local(sheet, row, 0, difference.start());
      sheet.value(row, 1, difference.start().toString());
      sheet.value(row, 2, difference.accountingPoint().value());
      kwh(sheet, row, 3, difference.operator());
      kwh(sheet, row, 4, difference.ours());
      kwh(sheet, row, 5, difference.milliWattHours());
      sheet.value(row, 6, difference.cause().name());
      sheet.value(row, 7, Objects.requireNonNullElse(difference.concerned(), ""));
      if (row % ROWS_AT_ONCE == 0) {
        sheet.flush();
      }
      row++;
    }
    sheet.finish();
  }

  private void writeAbout() throws IOException {
    Worksheet sheet = sheet("About", List.of("What", "Value"));
    List<String> lines =
        List.of(
            "Community", known.community().id(),
            "Name", known.community().name(),
            "First day", known.period().from().toString(),
            "End, exclusive", known.period().end().orElseThrow().toString(),
            "Local time", zone.getId(),
            "Values as known at", known.asKnownAt().toString());
    for (int i = 0; i < lines.size(); i++) {
      sheet.value(1 + i / 2, i % 2, lines.get(i));
    }
    sheet.finish();
  }

  private Worksheet sheet(String name, List<String> columns) {
    Worksheet sheet = workbook.newWorksheet(name);
    sheet.freezePane(0, 1);
    for (int column = 0; column < columns.size(); column++) {
      sheet.value(0, column, columns.get(column));
      sheet.style(0, column).bold().set();
      sheet.width(column, 20);
    }
    return sheet;
  }

  private static void kwh(Worksheet sheet, int row, int column, @Nullable Long milliWattHours) {
    if (milliWattHours != null) {
      BigDecimal kwh = Energy.ofMilliWattHours(milliWattHours).toKilowattHours();
      sheet.value(row, column, kwh);
      sheet.style(row, column).format(KWH).set();
    }
  }

  private void local(Worksheet sheet, int row, int column, Instant instant) {
    sheet.value(row, column, LocalDateTime.ofInstant(instant, zone));
    sheet.style(row, column).format(LOCAL_TIME).set();
  }
}
