package org.nachbarstrom.metering.upload.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.upload.Fault;
import org.nachbarstrom.metering.upload.Qualities;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

/** What a row with one value says about the value. */
record RowSeries(Plan plan, Plan.ValuePlan value, List<String> columns) {
  SeriesKey key(TableRow row) throws RowFault {
    return new SeriesKey(point(row), direction(row));
  }

  private AccountingPointId point(TableRow row) throws RowFault {
    String text =
        value.point() < 0
            ? Objects.requireNonNullElse(value.constantPoint(), "")
            : text(row, value.point());
    return AccountingPointId.tryParse(text)
        .orElseThrow(() ->
            fault(
                value.point(),
                Fault.INVALID_POINT,
                "'" + text + "' is no accounting point; its check digit may be wrong."));
  }

  /** An id may stand there as a number. */
  private static String text(TableRow row, int column) {
    String text = row.cell(column);
    return row.isNumber(column)
        ? CellNumber.ofWorkbook(text)
            .map(number -> number.stripTrailingZeros())
            .map(BigDecimal::toPlainString)
            .orElse(text)
        : text;
  }

  private EnergyDirection direction(TableRow row) throws RowFault {
    EnergyDirection constant = value.constantDirection();
    if (constant != null) {
      return constant;
    }
    String text = row.cell(value.direction());
    for (EnergyDirection direction : EnergyDirection.values()) {
      if (direction.name().equals(text)) {
        return direction;
      }
    }
    Optional<ObisCode> obis = ObisCode.tryParse(text).filter(ObisCode::isLoadProfile);
    return obis.flatMap(ObisCode::direction)
        .orElseThrow(() ->
            fault(
                value.direction(),
                Fault.WRONG_REGISTER,
                "'" + text + "' is no direction and no code of a load profile."));
  }

  ValueQuality quality(TableRow row) throws RowFault {
    if (value.quality() < 0) {
      return Objects.requireNonNullElse(plan.quality(), ValueQuality.MISSING);
    }
    String text = row.cell(value.quality());
    ValueQuality code = value.qualityCodes().get(text);
    if (code != null) {
      return code;
    }
    return Qualities.read(text)
        .or(() -> Optional.ofNullable(text.isEmpty() ? plan.quality() : null))
        .orElseThrow(() ->
            fault(
                value.quality(), Fault.UNREADABLE_QUALITY, "'" + text + "' is no mapped quality."));
  }

  private RowFault fault(int column, Fault fault, String detail) {
    return new RowFault(column < 0 ? "" : TableMeaning.name(columns, column), fault, detail, 1);
  }
}
