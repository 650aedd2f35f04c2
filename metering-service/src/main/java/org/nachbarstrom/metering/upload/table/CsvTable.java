package org.nachbarstrom.metering.upload.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.nachbarstrom.metering.upload.UploadRejection;
import org.nachbarstrom.support.problem.ProblemException;

/** Rows of a CSV file. */
final class CsvTable {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private CsvTable() {}

  /** UTF-8 if the bytes can be that, else ISO 8859-1. */
  static Charset guess(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException other) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  /** Calls for each row, empty ones too, until one answers false. */
  static void forEach(byte[] bytes, Charset charset, char separator, Predicate<TableRow> action) {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
    try (Reader reader = reader(bytes, charset);
        CSVParser parser = CSVParser.parse(reader, format)) {
      Iterator<CSVRecord> records = parser.iterator();
      while (true) {
        long line = parser.getCurrentLineNumber() + 1;
        if (!records.hasNext() || !action.test(row(line, records.next()))) {
          return;
        }
      }
    } catch (CharacterCodingException broken) {
      throw unreadable("The file is not " + charset + ".");
    } catch (UncheckedIOException broken) {
      throw broken.getCause() instanceof CharacterCodingException
          ? unreadable("The file is not " + charset + ".")
          : unreadable("The file is no CSV: " + broken.getMessage());
    } catch (IOException | IllegalStateException broken) {
      throw unreadable("The file is no CSV: " + broken.getMessage());
    }
  }

  private static Reader reader(byte[] bytes, Charset charset) {
    int skipped = startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
    return new InputStreamReader(
        new ByteArrayInputStream(bytes, skipped, bytes.length - skipped),
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static boolean startsWithMark(byte[] bytes) {
    for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
      if (bytes.length <= i || bytes[i] != BYTE_ORDER_MARK[i]) {
        return false;
      }
    }
    return true;
  }

  private static TableRow row(long line, CSVRecord record) {
    List<String> cells = new ArrayList<>(record.size());
    record.forEach(cell -> cells.add(cell.strip()));
    return new TableRow(line, cells, new BitSet(), TableRow.DAY_ZERO);
  }

  private static ProblemException unreadable(String detail) {
    return new ProblemException(UploadRejection.UNREADABLE_FILE, detail);
  }
}
