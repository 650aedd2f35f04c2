package org.nachbarstrom.metering.upload.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.upload.Fault;
import org.nachbarstrom.metering.upload.FileMapping;
import org.nachbarstrom.metering.upload.ReadFile;
import org.nachbarstrom.metering.upload.RejectedValue;
import org.nachbarstrom.metering.upload.UploadContent;
import org.nachbarstrom.metering.upload.UploadKind;
import org.nachbarstrom.metering.upload.UploadRejection;
import org.nachbarstrom.support.problem.ProblemException;

/** Reads CSV and XLSX files row by row. */
@ApplicationScoped
class ReadTable implements ReadFile {
  @Override
  public Said read(
      UploadKind kind, byte[] bytes, @Nullable FileMapping mapping, UploadContent content) {
    FileMapping used = mapping == null ? ProposeMapping.of(kind, bytes) : mapping;
    Plan.Layout layout = PlanMapping.layout(used);
    Reading reading = new Reading(used, layout, content);
    try {
      forEach(kind, bytes, layout, reading);
    } catch (ProblemException refused) {
      if (mapping != null || refused.rejection() != UploadRejection.INVALID_MAPPING) {
        throw refused;
      }
      reject(refused, content);
      return new Said(used, true, reading.names(), List.of(), content);
    }
    TableMeaning meaning = reading.meaning();
    meaning.finish();
    return new Said(used, mapping == null, reading.names(), meaning.firstRows(), content);
  }

  /** Calls for each row, until one answers false. */
  static void forEach(
      UploadKind kind, byte[] bytes, Plan.Layout layout, Predicate<TableRow> action) {
    switch (kind) {
      case CSV -> CsvTable.forEach(bytes, layout.charset(), layout.separator(), action);
      case XLSX -> XlsxTable.forEach(bytes, layout.sheet(), action);
      case NDJSON -> throw new IllegalArgumentException("lines are no table");
    }
  }

  /** What somebody has to add to the mapping. */
  private static void reject(ProblemException notGuessed, UploadContent content) {
    notGuessed
        .errors()
        .forEach(error ->
            content.reject(
                new RejectedValue(1, error.pointer(), Fault.MISSING, error.detail(), 0)));
  }

  /** Goes through the rows: those to be skipped, the header, the values. */
  private static final class Reading implements Predicate<TableRow> {
    private final FileMapping mapping;
    private final Plan.Layout layout;
    private final UploadContent content;
    private @Nullable TableMeaning meaning;
    private List<String> names = List.of();

    Reading(FileMapping mapping, Plan.Layout layout, UploadContent content) {
      this.mapping = mapping;
      this.layout = layout;
      this.content = content;
    }

    @Override
    public boolean test(TableRow row) {
      if (row.number() <= layout.skipRows() || (meaning == null && row.isBlank())) {
        return true;
      }
      if (meaning == null) {
        meaning = begin(row);
        if (layout.headerRow()) {
          return true;
        }
      }
      meaning.take(row);
      return true;
    }

    private TableMeaning begin(TableRow row) {
      Columns columns = layout.headerRow() ? Columns.of(row) : Columns.numbered(row.cells().size());
      names = columns.names();
      return new TableMeaning(PlanMapping.of(mapping, columns), names, content);
    }

    List<String> names() {
      return names;
    }

    TableMeaning meaning() {
      if (meaning == null) {
        throw new ProblemException(UploadRejection.UNREADABLE_FILE, "The file has no rows.");
      }
      return meaning;
    }
  }
}
