package org.nachbarstrom.metering.upload.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.retention.KeptValues;
import org.nachbarstrom.metering.upload.Fault;
import org.nachbarstrom.metering.upload.FileMapping;
import org.nachbarstrom.metering.upload.FileMapping.Mark;
import org.nachbarstrom.metering.upload.FileMapping.TimeColumn;
import org.nachbarstrom.metering.upload.ReadFile;
import org.nachbarstrom.metering.upload.RejectedValue;
import org.nachbarstrom.metering.upload.UploadContent;
import org.nachbarstrom.metering.upload.UploadKind;
import org.nachbarstrom.metering.upload.UploadRejection;
import org.nachbarstrom.support.problem.ProblemException;

class WorkbookTest {
  private static final String ONE = "51238696781";

  private static byte[] workbook(Consumer<Worksheet> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      workbook.newWorksheet("Deckblatt").value(0, 0, "nichts");
      content.accept(workbook.newWorksheet("Lastgang"));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static ReadFile.Said read(byte[] bytes, @Nullable FileMapping mapping) {
    return new ReadTable()
        .read(UploadKind.XLSX, bytes, mapping, new UploadContent(KeptValues.Kept.ALL));
  }

  private static FileMapping mapping(String sheet) {
    return new FileMapping(
        FileMapping.Form.WIDE,
        null,
        null,
        ",",
        sheet,
        null,
        null,
        FileMapping.Unit.KWH,
        new TimeColumn("Zeit", null, "dd.MM.yyyy HH:mm", "Europe/Berlin", Mark.START),
        List.of(
            new FileMapping.SeriesColumn(
                "A", ONE, org.nachbarstrom.quantities.EnergyDirection.CONSUMPTION)),
        null,
        org.nachbarstrom.quantities.ValueQuality.MEASURED);
  }

  @Test
  void readsDatesAndExactNumbersOfCells() {
    byte[] bytes =
        workbook(sheet -> {
          sheet.value(0, 0, "Zeit");
          sheet.value(0, 1, "A");
          sheet.value(1, 0, LocalDateTime.of(2026, 3, 29, 0, 15));
          sheet.style(1, 0).format("dd.MM.yyyy HH:mm").set();
          sheet.value(1, 1, 0.1 + 0.2);
          sheet.value(2, 0, "29.03.2026 00:30");
          sheet.value(2, 1, "0,25");
          sheet.value(3, 0, LocalDateTime.of(2026, 3, 29, 3, 0));
          sheet.value(3, 1, 1_000_000);
          sheet.value(5, 0, LocalDateTime.of(2026, 3, 29, 2, 45));
          sheet.value(5, 1, 7);
          sheet.value(6, 0, LocalDateTime.of(2026, 3, 29, 3, 15));
          sheet.value(6, 1, "n/a");
        });
    ReadFile.Said said = read(bytes, mapping("Lastgang"));
    // 00:15 CET is 23:15Z of the 28th; 03:00 CEST is 01:00Z. 0.1 + 0.2 is written as
    // 0.30000000000000004, of which a spreadsheet keeps 15 digits.
    assertThat(ReadTableTest.energies(said.content(), ONE + " CONSUMPTION"))
        .isEqualTo(
            Map.of(
                Instant.parse("2026-03-28T23:15:00Z"), 300_000L,
                Instant.parse("2026-03-28T23:30:00Z"), 250_000L,
                Instant.parse("2026-03-29T01:00:00Z"), 1_000_000_000_000L));
    assertThat(said.content().rejections())
        .extracting(RejectedValue::line, RejectedValue::pointer, RejectedValue::fault)
        .containsExactly(
            tuple(6L, "Zeit", Fault.TIME_IN_GAP), tuple(7L, "A", Fault.UNREADABLE_VALUE));
  }

  @Test
  void proposesAMappingForTheFirstSheet() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Export");
      sheet.value(0, 0, "Zeit bis");
      sheet.value(0, 1, ONE);
      sheet.value(1, 0, LocalDateTime.of(2026, 1, 1, 0, 15));
      sheet.value(1, 1, 0.25);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    ReadFile.Said said = read(bytes.toByteArray(), null);
    assertThat(said.content().rejections()).isEmpty();
    assertThat(ReadTableTest.energies(said.content(), ONE + " CONSUMPTION"))
        .isEqualTo(Map.of(Instant.parse("2025-12-31T23:00:00Z"), 250_000L));
  }

  @Test
  void refusesASheetThatIsNotThere() {
    byte[] bytes = workbook(sheet -> sheet.value(0, 0, "x"));
    assertRefused(bytes, mapping("Fehlt"), UploadRejection.INVALID_MAPPING);
  }

  private static void assertRefused(byte[] bytes, FileMapping mapping, UploadRejection rejection) {
    assertThatThrownBy(() -> read(bytes, mapping))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.rejection()).isEqualTo(rejection));
  }

  @Test
  void refusesWhatIsNoWorkbook() {
    assertRefused(new byte[0], mapping("x"), UploadRejection.UNREADABLE_FILE);
    assertRefused(
        "Zeit;A".getBytes(StandardCharsets.UTF_8), mapping("x"), UploadRejection.UNREADABLE_FILE);
    assertRefused(zip(Map.of("a.txt", "b")), mapping("x"), UploadRejection.UNREADABLE_FILE);
  }

  private static byte[] zip(Map<String, String> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** The smallest workbook that the library reads, with a sheet of this content. */
  private static byte[] raw(String sheetXml) {
    String workbook =
        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
            + "<sheets><sheet name=\"L\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    String relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/"
            + "2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    String types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxml"
            + "formats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
    return zip(
        Map.of(
            "[Content_Types].xml", types,
            "xl/workbook.xml", workbook,
            "xl/_rels/workbook.xml.rels", relations,
            "xl/worksheets/sheet1.xml", sheetXml));
  }

  @Test
  void refusesBombsAndHostileParts() {
    String row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    String bomb = "<worksheet><sheetData>" + " ".repeat(129 << 20) + "</sheetData></worksheet>";
    assertRefused(raw(bomb), mapping("L"), UploadRejection.UPLOAD_TOO_LARGE);
    String entity =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]><worksheet><sheetData><row r=\"1\">"
            + "<c r=\"A1\" t=\"inlineStr\"><is><t>&a;</t></is></c></row></sheetData></worksheet>";
    assertThatThrownBy(() -> read(raw(entity), mapping("L"))).isInstanceOf(ProblemException.class);
    String far =
        "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData>"
            + "</worksheet>";
    assertThatThrownBy(() -> read(raw(far), mapping("L"))).isInstanceOf(ProblemException.class);
    assertThatThrownBy(
            () -> read(raw("<worksheet><sheetData>" + row + "</worksheet>"), mapping("L")))
        .isInstanceOf(ProblemException.class);
  }
}
