package org.nachbarstrom.metering.upload.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.upload.FileMapping;
import org.nachbarstrom.metering.upload.Qualities;
import org.nachbarstrom.metering.upload.UploadRejection;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

/** Holds a mapping to the columns of its file; collects everything that does not fit. */
final class PlanMapping {
  private final FileMapping mapping;
  private final Columns columns;
  private final Input input = new Input();

  private PlanMapping(FileMapping mapping, Columns columns) {
    this.mapping = mapping;
    this.columns = columns;
  }

  /** How rows are found, which must be known before there are columns. */
  static Plan.Layout layout(FileMapping mapping) {
    Input input = new Input();
    String separator = Objects.requireNonNullElse(mapping.separator(), ";");
    if (separator.length() != 1 || "\r\n\"".contains(separator)) {
      input.wrong("/separator", "UNREADABLE", "The separator is one character.");
    }
    Charset charset = StandardCharsets.UTF_8;
    switch (Objects.requireNonNullElse(mapping.charset(), "UTF-8")) {
      case "UTF-8" -> {}
      case "ISO-8859-1" -> charset = StandardCharsets.ISO_8859_1;
      default -> input.wrong("/charset", "UNREADABLE", "The charset is UTF-8 or ISO-8859-1.");
    }
    int skipRows = Objects.requireNonNullElse(mapping.skipRows(), 0);
    if (skipRows < 0 || skipRows > 1000) {
      input.wrong("/skipRows", "UNREADABLE", "0 to 1000 rows can be skipped.");
    }
    input.refuseIfWrong(UploadRejection.INVALID_MAPPING);
    return new Plan.Layout(
        charset,
        separator.charAt(0),
        mapping.sheet(),
        skipRows,
        Objects.requireNonNullElse(mapping.headerRow(), true));
  }

  /** The plan, or a refusal that names every place of the mapping that does not fit. */
  static Plan of(FileMapping mapping, Columns columns) {
    return new PlanMapping(mapping, columns).plan();
  }

  private Plan plan() {
    Optional<FileMapping.Form> form = present("/form", mapping.form());
    Optional<FileMapping.Unit> unit = present("/unit", mapping.unit());
    Optional<Plan.TimePlan> time = present("/time", mapping.time()).flatMap(this::time);
    Map<Integer, SeriesKey> wide = Map.of();
    Plan.ValuePlan value = null;
    if (form.isPresent()) {
      switch (form.get()) {
        case WIDE -> wide = present("/series", mapping.series()).map(this::wide).orElse(Map.of());
        case LONG -> value = present("/value", mapping.value()).map(this::value).orElse(null);
      }
    }
    requireQuality(value);
    String mark = Objects.requireNonNullElse(mapping.decimalMark(), ".");
    if (!mark.equals(".") && !mark.equals(",")) {
      input.wrong("/decimalMark", "UNREADABLE", "The decimal mark is a dot or a comma.");
    }
    input.refuseIfWrong(UploadRejection.INVALID_MAPPING);
    return new Plan(
        layout(mapping),
        time.orElseThrow(),
        unit.orElseThrow(),
        mark.charAt(0),
        wide,
        value,
        mapping.quality());
  }

  private void requireQuality(Plan.@Nullable ValuePlan value) {
    boolean inColumn = value != null && value.quality() >= 0;
    ValueQuality quality = mapping.quality();
    if (quality == null ? !inColumn : !Qualities.ALL.contains(quality)) {
      input.wrong("/quality", "REQUIRED", "A quality of all values, or a column that says it.");
    }
  }

  private <T> Optional<T> present(String pointer, @Nullable T member) {
    if (member == null) {
      input.wrong(pointer, "REQUIRED", "This member is required.");
    }
    return Optional.ofNullable(member);
  }

  private int column(String pointer, @Nullable String name) {
    Optional<String> said = present(pointer, name);
    return said.isEmpty() ? 0 : optionalColumn(pointer, said.get());
  }

  private int optionalColumn(String pointer, @Nullable String name) {
    if (name == null) {
      return -1;
    }
    OptionalInt found = columns.find(name);
    if (found.isEmpty()) {
      input.wrong(pointer, "NO_SUCH_COLUMN", "The file has no column '" + name + "'.");
    }
    return found.orElse(0);
  }

  private Optional<Plan.TimePlan> time(FileMapping.TimeColumn time) {
    int column = column("/time/column", time.column());
    int timeOfDay = optionalColumn("/time/timeOfDayColumn", time.timeOfDayColumn());
    Optional<FileMapping.Mark> mark = present("/time/mark", time.mark());
    try {
      TimeText format = TimeText.of(Objects.requireNonNullElse(time.format(), TimeText.ISO));
      ZoneId zone = time.zone() == null ? null : zone(time.zone());
      return mark.map(
          said -> new Plan.TimePlan(column, timeOfDay, format, zone, said == FileMapping.Mark.END));
    } catch (DateTimeException unknown) {
      input.wrong("/time/zone", "UNREADABLE", "'" + time.zone() + "' is no time zone.");
    } catch (IllegalArgumentException noPattern) {
      input.wrong("/time/format", "UNREADABLE", "'" + time.format() + "' is no pattern of times.");
    }
    return Optional.empty();
  }

  /** A zone in whose time quarter-hours begin when they do in UTC, as in all zones since 2000. */
  private static ZoneId zone(String name) {
    ZoneId zone = ZoneId.of(name);
    if (zone.getRules().isFixedOffset()
        && !Interval.isQuarterHour(LocalDate.EPOCH.atStartOfDay(zone).toInstant())) {
      throw new DateTimeException("no whole quarter-hours from UTC");
    }
    return zone;
  }

  private Map<Integer, SeriesKey> wide(List<FileMapping.SeriesColumn> series) {
    Map<Integer, SeriesKey> wide = new LinkedHashMap<>();
    for (int i = 0; i < series.size(); i++) {
      String pointer = "/series/" + i;
      FileMapping.SeriesColumn said = series.get(i);
      int column = column(pointer + "/column", said.column());
      Optional<AccountingPointId> point =
          input.accountingPoint(pointer + "/accountingPoint", said.accountingPoint());
      Optional<EnergyDirection> direction = present(pointer + "/direction", said.direction());
      if (point.isPresent() && direction.isPresent()) {
        SeriesKey key = new SeriesKey(point.get(), direction.get());
        if (wide.containsValue(key) || wide.putIfAbsent(column, key) != null) {
          input.wrong(pointer, "TWICE", "An earlier column is the same, or of the same series.");
        }
      }
    }
    if (series.isEmpty()) {
      input.wrong("/series", "REQUIRED", "At least one column holds values.");
    }
    return wide;
  }

  private Plan.ValuePlan value(FileMapping.ValueColumns value) {
    either("/value/accountingPoint", value.pointColumn(), value.accountingPoint());
    either("/value/direction", value.directionColumn(), value.direction());
    if (value.accountingPoint() != null) {
      input.accountingPoint("/value/accountingPoint", value.accountingPoint());
    }
    Map<String, ValueQuality> codes = Objects.requireNonNullElse(value.qualityCodes(), Map.of());
    if (!Qualities.ALL.containsAll(codes.values())) {
      input.wrong("/value/qualityCodes", "UNREADABLE", "Values have one of " + Qualities.ALL);
    }
    return new Plan.ValuePlan(
        column("/value/column", value.column()),
        optionalColumn("/value/pointColumn", value.pointColumn()),
        optionalColumn("/value/directionColumn", value.directionColumn()),
        optionalColumn("/value/qualityColumn", value.qualityColumn()),
        value.accountingPoint(),
        value.direction(),
        codes);
  }

  private void either(String pointer, @Nullable Object column, @Nullable Object constant) {
    if ((column == null) == (constant == null)) {
      input.wrong(pointer, "REQUIRED", "Either a column says it or it is the same in all rows.");
    }
  }
}
