package org.nachbarstrom.metering.completeness.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.completeness.DayCount;
import org.nachbarstrom.metering.completeness.QueryCompleteness;
import org.nachbarstrom.metering.completeness.SeriesCompleteness;
import org.nachbarstrom.metering.completeness.ValueRequest;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;

/** What is there and what is missing. */
@Schema(name = "PointCompletenessAnswer")
record CompletenessAnswer(
    LocalDate from,
    LocalDate to,
    @Schema(description = "whose midnight parts the days") String zone,
    @Schema(description = "to ask for the following page as known at the same instant")
        Instant asKnownAt,
    List<SeriesAnswer> items,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {
  static CompletenessAnswer of(DateRange days, QueryCompleteness.Counted counted) {
    return new CompletenessAnswer(
        days.from(),
        days.end().orElseThrow(),
        counted.zone().getId(),
        counted.asKnownAt(),
        counted.series().stream().map(SeriesAnswer::of).toList(),
        counted.next());
  }

  @Schema(name = "SeriesCompletenessAnswer")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SeriesAnswer(
      String accountingPoint,
      EnergyDirection direction,
      boolean declared,
      @Schema(description = "whether nothing is missing") boolean complete,
      Counts counts,
      @Schema(description = "from when on the oldest missing value was overdue")
          @Nullable Instant missingSince,
      RequestsAnswer requests,
      List<DayAnswer> days) {
    static SeriesAnswer of(SeriesCompleteness series) {
      return new SeriesAnswer(
          series.series().accountingPoint().value(),
          series.series().direction(),
          series.declared(),
          series.complete(),
          Counts.of(series),
          series.missingSince().orElse(null),
          RequestsAnswer.of(series.requests()),
          series.days().stream().map(day -> DayAnswer.of(series, day)).toList());
    }
  }

  /** Quarter-hours; expected = present + missing, present = measured + substitute + provisional. */
  @Schema(name = "CompletenessCounts")
  record Counts(
      int expected,
      int present,
      int measured,
      int substitute,
      int provisional,
      int missing,
      @Schema(description = "of the missing ones those with a value that nothing may rest on")
          int unusable,
      @Schema(description = "values that are there though none is expected") int surplus) {
    static Counts of(DayCount day) {
      return new Counts(
          day.expected(),
          day.present(),
          day.measured(),
          day.substitute(),
          day.provisional(),
          day.missing(),
          day.unusable(),
          day.surplus());
    }

    static Counts of(SeriesCompleteness series) {
      return new Counts(
          series.sum(DayCount::expected),
          series.sum(DayCount::present),
          series.sum(DayCount::measured),
          series.sum(DayCount::substitute),
          series.sum(DayCount::provisional),
          series.sum(DayCount::missing),
          series.sum(DayCount::unusable),
          series.sum(DayCount::surplus));
    }
  }

  @Schema(name = "DayCompletenessAnswer")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DayAnswer(
      LocalDate day,
      Counts counts,
      @Nullable Instant missingSince,
      @Schema(description = "whether values of the day are kept no longer; nothing is counted then")
          boolean erased,
      RequestsAnswer requests) {
    static DayAnswer of(SeriesCompleteness series, DayCount day) {
      return new DayAnswer(
          day.day(),
          Counts.of(day),
          day.missingSince(),
          day.erased(),
          RequestsAnswer.of(series.requests(day)));
    }
  }

  @Schema(name = "CompletenessRequests")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RequestsAnswer(
      @Schema(description = "how often values were asked for") int count,
      @Schema(description = "when they were asked for last") @Nullable Instant requestedAt) {
    static RequestsAnswer of(List<ValueRequest> requests) {
      return new RequestsAnswer(
          requests.size(), requests.isEmpty() ? null : requests.getLast().requestedAt());
    }
  }
}
