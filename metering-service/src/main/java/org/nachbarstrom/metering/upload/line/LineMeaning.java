package org.nachbarstrom.metering.upload.line;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.reading.MeteredObject;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.upload.Addition;
import org.nachbarstrom.metering.upload.DecimalText;
import org.nachbarstrom.metering.upload.Fault;
import org.nachbarstrom.metering.upload.GatheredReadings;
import org.nachbarstrom.metering.upload.GatheredValues;
import org.nachbarstrom.metering.upload.Qualities;
import org.nachbarstrom.metering.upload.RejectedValue;
import org.nachbarstrom.metering.upload.UploadContent;
import org.nachbarstrom.metering.upload.UploadTimes;
import org.nachbarstrom.metering.upload.line.LineMembers.Text;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

/** Takes what the members of a line say. */
final class LineMeaning {
  private static final Pattern READING = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");
  private static final Pattern DEVICE = Pattern.compile("[!-~]{1,40}");
  private static final int METER_READING = 8;

  private final UploadContent content;

  LineMeaning(UploadContent content) {
    this.content = content;
  }

  /** Takes a line, or refuses all of it. */
  void take(long number, LineMembers line) throws LineFault {
    if (line.hasValues() == line.hasReadings()) {
      throw new LineFault(
          "", Fault.MISSING, "A line has either values or readings, one of the two.");
    }
    if (line.hasValues()) {
      refuse(line, Text.METERING_POINT, Text.DEVICE_NUMBER);
      takeValues(number, line);
    } else {
      refuse(line, Text.DIRECTION, Text.START);
      if (line.hasRuns()) {
        throw new LineFault("/qualities", Fault.UNKNOWN_MEMBER, "Only values have it.");
      }
      takeReadings(number, line);
    }
  }

  private static void refuse(LineMembers line, Text... strangers) throws LineFault {
    for (Text stranger : strangers) {
      if (line.text(stranger) != null) {
        throw new LineFault(
            "/" + stranger.member(), Fault.UNKNOWN_MEMBER, "Not beside what else the line says.");
      }
    }
  }

  private void takeValues(long number, LineMembers line) throws LineFault {
    AccountingPointId point = accountingPoint(required(line, Text.ACCOUNTING_POINT));
    SeriesKey key = new SeriesKey(point, direction(line));
    Instant start = quarterHour(required(line, Text.START));
    ValueQuality[] qualities = qualities(line);
    GatheredValues.Series series = content.values().of(key);
    int wrong = 0;
    int late = 0;
    for (int i = 0; i < line.count(); i++) {
      long value = line.value(i);
      if (value >= 0) {
        Instant at = QuarterHours.plus(start, i);
        Addition addition = series.add(at, value, qualities[qualities.length == 1 ? 0 : i]);
        if (content.isLate(point.value(), at)) {
          late++;
          content.addedLate(addition);
        } else {
          content.added(addition, number, "/values/" + i, at);
        }
      } else if (value != LineMembers.NONE) {
        String text = line.unreadable().get(wrong++);
        content.reject(
            new RejectedValue(
                number,
                "/values/" + i,
                DecimalText.fault(value),
                "'" + text + "' is no energy in kWh from 0 to 1000000 with up to six places.",
                1));
      }
    }
    if (late > 0) {
      reject(number, late, line);
    }
  }

  /** Values in a row are late up to one of them: that is told once. */
  private void reject(long number, int late, LineMembers line) {
    RejectedValue rejection =
        new RejectedValue(number, "/values", Fault.TOO_LATE, content.lateDetail(), late);
    if (late == line.size()) {
      content.rejectLine(rejection);
    } else {
      content.reject(rejection);
    }
  }

  private static Instant quarterHour(String text) throws LineFault {
    Instant start = instant("/start", text);
    if (!UploadTimes.isQuarterHour(start)) {
      throw new LineFault(
          "/start", Fault.MISALIGNED_TIME, "'" + text + "' is not the start of a quarter-hour.");
    }
    return start;
  }

  private static ValueQuality[] qualities(LineMembers line) throws LineFault {
    if (!line.hasRuns()) {
      return new ValueQuality[] {quality("/quality", required(line, Text.QUALITY))};
    }
    if (line.text(Text.QUALITY) != null) {
      throw new LineFault(
          "/quality", Fault.UNKNOWN_MEMBER, "A line has either quality or qualities.");
    }
    ValueQuality[] qualities = new ValueQuality[line.count()];
    int at = 0;
    List<LineMembers.Run> runs = line.runs();
    for (int i = 0; i < runs.size(); i++) {
      ValueQuality quality = quality("/qualities/" + i + "/quality", runs.get(i).quality());
      int count = runs.get(i).count();
      if (count < 1 || count > qualities.length - at) {
        throw miscounted(line);
      }
      for (int j = 0; j < count; j++) {
        qualities[at++] = quality;
      }
    }
    if (at != qualities.length) {
      throw miscounted(line);
    }
    return qualities;
  }

  private static LineFault miscounted(LineMembers line) {
    return new LineFault(
        "/qualities",
        Fault.QUALITY_COUNT,
        "The counts of the qualities do not make " + line.count() + ", the number of values.");
  }

  private void takeReadings(long number, LineMembers line) throws LineFault {
    MeteredObject object = object(line);
    ObisCode obis = obis(required(line, Text.OBIS));
    if (obis.type() != METER_READING) {
      throw new LineFault("/obis", Fault.WRONG_REGISTER, "Readings are of a register x.8.x.");
    }
    String device = line.text(Text.DEVICE_NUMBER) == null ? "" : device(line);
    GatheredReadings.Register register = new GatheredReadings.Register(object, device, obis);
    String common = line.text(Text.QUALITY);
    for (int i = 0; i < line.readings().size(); i++) {
      try {
        takeReading(number, i, register, withQuality(line.readings().get(i), common));
      } catch (LineFault wrong) {
        content.reject(
            new RejectedValue(number, wrong.pointer(), wrong.fault(), wrong.detail(), 1));
      }
    }
  }

  private static LineMembers.RawReading withQuality(
      LineMembers.RawReading raw, @Nullable String common) {
    return raw.quality().isEmpty() && common != null
        ? new LineMembers.RawReading(raw.at(), raw.value(), common)
        : raw;
  }

  private void takeReading(
      long number, int index, GatheredReadings.Register register, LineMembers.RawReading raw)
      throws LineFault {
    String pointer = "/readings/" + index;
    Instant at = instant(pointer + "/at", raw.at());
    if (!UploadTimes.isSane(at)) {
      throw new LineFault(pointer + "/at", Fault.MISALIGNED_TIME, "Before 2000 or after 2200.");
    }
    if (!READING.matcher(raw.value()).matches()) {
      long answer = DecimalText.milliWattHours(raw.value());
      throw new LineFault(
          pointer + "/value",
          answer < 0 ? DecimalText.fault(answer) : Fault.UNREADABLE_VALUE,
          "'" + raw.value() + "' has not up to twelve digits before and six after the point.");
    }
    ValueQuality quality = quality(pointer + "/quality", raw.quality());
    Addition addition = content.readings().add(register, at, new BigDecimal(raw.value()), quality);
    if (content.isLate(register.object().id(), at)) {
      content.addedLate(addition);
      throw new LineFault(pointer, Fault.TOO_LATE, content.lateDetail());
    }
    content.added(addition, number, pointer, at);
  }

  private static MeteredObject object(LineMembers line) throws LineFault {
    String meteringPoint = line.text(Text.METERING_POINT);
    String accountingPoint = line.text(Text.ACCOUNTING_POINT);
    if ((meteringPoint == null) == (accountingPoint == null)) {
      throw new LineFault(
          "", Fault.MISSING, "Readings have either a meteringPoint or an accountingPoint.");
    }
    try {
      if (meteringPoint != null) {
        return new MeteredObject(MeteredObject.Kind.METERING_POINT, meteringPoint);
      }
      String id = accountingPoint(String.valueOf(accountingPoint)).value();
      return new MeteredObject(
          id.length() == 11
              ? MeteredObject.Kind.MARKET_LOCATION
              : MeteredObject.Kind.METERING_POINT,
          id);
    } catch (IllegalArgumentException invalid) {
      throw new LineFault(
          "/meteringPoint", Fault.INVALID_POINT, "'" + meteringPoint + "' is no metering point.");
    }
  }

  private static String device(LineMembers line) throws LineFault {
    String text = required(line, Text.DEVICE_NUMBER);
    if (!DEVICE.matcher(text).matches()) {
      throw new LineFault(
          "/deviceNumber", Fault.UNREADABLE_MEMBER, "Up to 40 characters without blanks.");
    }
    return text;
  }

  private static EnergyDirection direction(LineMembers line) throws LineFault {
    String said = line.text(Text.DIRECTION);
    String code = line.text(Text.OBIS);
    if (said == null && code == null) {
      throw new LineFault("/direction", Fault.MISSING, "A line has a direction or an OBIS code.");
    }
    Optional<EnergyDirection> ofCode = Optional.empty();
    if (code != null) {
      ObisCode obis = obis(code);
      ofCode = obis.direction();
      if (!obis.isLoadProfile() || ofCode.isEmpty()) {
        throw new LineFault(
            "/obis", Fault.WRONG_REGISTER, "Values are of the registers 1.29.x or 2.29.x.");
      }
    }
    if (said == null) {
      return ofCode.orElseThrow();
    }
    EnergyDirection direction = spelled(said);
    if (ofCode.isPresent() && ofCode.get() != direction) {
      throw new LineFault("/obis", Fault.WRONG_REGISTER, code + " is not " + said + ".");
    }
    return direction;
  }

  private static EnergyDirection spelled(String said) throws LineFault {
    for (EnergyDirection direction : EnergyDirection.values()) {
      if (direction.name().equals(said)) {
        return direction;
      }
    }
    throw new LineFault(
        "/direction", Fault.UNREADABLE_MEMBER, "'" + said + "' is not CONSUMPTION or GENERATION.");
  }

  private static ObisCode obis(String text) throws LineFault {
    return ObisCode.tryParse(text)
        .orElseThrow(
            () -> new LineFault("/obis", Fault.WRONG_REGISTER, "'" + text + "' is no OBIS code."));
  }

  private static AccountingPointId accountingPoint(String text) throws LineFault {
    return AccountingPointId.tryParse(text)
        .orElseThrow(() ->
            new LineFault(
                "/accountingPoint",
                Fault.INVALID_POINT,
                "'" + text + "' is no accounting point; its check digit may be wrong."));
  }

  private static ValueQuality quality(String pointer, String text) throws LineFault {
    return Qualities.read(text)
        .orElseThrow(() ->
            new LineFault(
                pointer, Fault.UNREADABLE_QUALITY, "'" + text + "' is none of " + Qualities.ALL));
  }

  private static Instant instant(String pointer, String text) throws LineFault {
    try {
      return Instant.parse(text);
    } catch (DateTimeException unreadable) {
      throw new LineFault(
          pointer,
          Fault.UNREADABLE_TIME,
          "'" + text + "' is no time with offset such as 2026-03-28T23:00:00Z.");
    }
  }

  private static String required(LineMembers line, Text member) throws LineFault {
    String text = line.text(member);
    if (text == null) {
      throw new LineFault("/" + member.member(), Fault.MISSING, "This member is required.");
    }
    return text;
  }
}
