package org.nachbarstrom.metering.upload.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.upload.FileMapping;
import org.nachbarstrom.metering.upload.FileMapping.SeriesColumn;
import org.nachbarstrom.metering.upload.FileMapping.TimeColumn;
import org.nachbarstrom.metering.upload.FileMapping.ValueColumns;
import org.nachbarstrom.metering.upload.Qualities;
import org.nachbarstrom.metering.upload.UploadKind;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

/** Guesses how a file is to be understood, for a person to correct. */
final class ProposeMapping {
  private static final Pattern GENERATION =
      Pattern.compile("(?i).*(einspeis|erzeug|generation|lieferung|2\\.29|2\\.8).*");
  private static final Pattern KILOWATT_HOURS = Pattern.compile("(?i).*kwh.*");
  private static final Pattern WATT_HOURS = Pattern.compile("(?i).*[^km]wh.*|(?i)wh.*");
  private static final Pattern KILOWATTS = Pattern.compile("(?i).*kw.*");
  private static final Pattern OTHER_UNIT = Pattern.compile("(?i).*([mg]wh?|varh?)(?![a-z]).*");
  private static final Pattern VALUE =
      Pattern.compile("(?i).*(kwh|wh|kw|wert|value|energ|menge|verbrauch|consumption).*");
  private static final Pattern END =
      Pattern.compile("(?i).*((?<![a-z])(bis|end)|(bis|ende?)(?![a-z])|until).*");
  private static final Pattern NO_ID = Pattern.compile("[^0-9A-Za-z]+");

  private final TableSample sample;

  private ProposeMapping(TableSample sample) {
    this.sample = sample;
  }

  /** A mapping in which what could not be guessed is absent. */
  static FileMapping of(UploadKind kind, byte[] bytes) {
    TableSample sample = TableSample.of(kind, bytes);
    return new ProposeMapping(sample).mapping(kind);
  }

  private FileMapping mapping(UploadKind kind) {
    Optional<TimeGuess> time = TimeGuess.of(sample);
    List<SeriesColumn> wide = wide();
    boolean isWide = !wide.isEmpty();
    Integer valueColumn = isWide ? null : valueColumn(time.orElse(null));
    boolean csv = kind == UploadKind.CSV;
    return new FileMapping(
        isWide ? FileMapping.Form.WIDE : FileMapping.Form.LONG,
        csv ? String.valueOf(sample.separator()) : null,
        csv ? sample.charset().name() : null,
        sample.decimalComma() ? "," : ".",
        null,
        sample.skipRows(),
        sample.hasHeader(),
        isWide ? unit(wide) : unit(name(valueColumn)),
        time.map(this::timeColumn).orElse(null),
        isWide ? wide : null,
        isWide || valueColumn == null ? null : valueColumns(valueColumn),
        ValueQuality.MEASURED);
  }

  private @Nullable String name(@Nullable Integer column) {
    return column == null ? null : sample.names().get(column);
  }

  private TimeColumn timeColumn(TimeGuess guess) {
    String name = sample.names().get(guess.column());
    return new TimeColumn(
        name,
        guess.timeOfDay() < 0 ? null : sample.names().get(guess.timeOfDay()),
        guess.format(),
        guess.offset() ? null : "Europe/Berlin",
        END.matcher(name).matches() ? FileMapping.Mark.END : FileMapping.Mark.START);
  }

  private List<SeriesColumn> wide() {
    List<SeriesColumn> wide = new ArrayList<>();
    for (String name : sample.names()) {
      pointIn(name)
          .ifPresent(point -> wide.add(new SeriesColumn(name, point.value(), direction(name))));
    }
    return wide;
  }

  private static Optional<AccountingPointId> pointIn(String name) {
    return NO_ID
        .splitAsStream(name)
        .map(AccountingPointId::tryParse)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static EnergyDirection direction(String name) {
    return GENERATION.matcher(name).matches()
        ? EnergyDirection.GENERATION
        : EnergyDirection.CONSUMPTION;
  }

  private static FileMapping.@Nullable Unit unit(List<SeriesColumn> columns) {
    FileMapping.Unit first = unit(columns.getFirst().column());
    return columns.stream().allMatch(column -> unit(column.column()) == first) ? first : null;
  }

  /** The unit in the name, energy if it names none, nothing if it names one that is not read. */
  private static FileMapping.@Nullable Unit unit(@Nullable String column) {
    String name = column == null ? "" : column;
    if (OTHER_UNIT.matcher(name).matches()) {
      return null;
    }
    if (KILOWATT_HOURS.matcher(name).matches()) {
      return FileMapping.Unit.KWH;
    }
    if (WATT_HOURS.matcher(name).matches()) {
      return FileMapping.Unit.WH;
    }
    return KILOWATTS.matcher(name).matches() ? FileMapping.Unit.KW : FileMapping.Unit.KWH;
  }

  private @Nullable Integer valueColumn(@Nullable TimeGuess time) {
    Integer last = null;
    for (int i = 0; i < sample.names().size(); i++) {
      boolean isTime = time != null && (i == time.column() || i == time.timeOfDay());
      if (!isTime && sample.isNumber(i) && AccountingPointId.tryParse(sample.cell(i)).isEmpty()) {
        if (VALUE.matcher(sample.names().get(i)).matches()) {
          return i;
        }
        last = i;
      }
    }
    return last;
  }

  private ValueColumns valueColumns(int column) {
    String point = null;
    String direction = null;
    String quality = null;
    for (int i = sample.names().size() - 1; i >= 0; i--) {
      String cell = sample.cell(i);
      if (AccountingPointId.tryParse(cell).isPresent()) {
        point = sample.names().get(i);
      } else if (isDirection(cell)) {
        direction = sample.names().get(i);
      } else if (Qualities.read(cell).isPresent()) {
        quality = sample.names().get(i);
      }
    }
    String name = sample.names().get(column);
    return new ValueColumns(
        name, point, null, direction, direction == null ? direction(name) : null, quality, null);
  }

  private static boolean isDirection(String cell) {
    return cell.equals(EnergyDirection.CONSUMPTION.name())
        || cell.equals(EnergyDirection.GENERATION.name())
        || ObisCode.tryParse(cell).isPresent();
  }
}
