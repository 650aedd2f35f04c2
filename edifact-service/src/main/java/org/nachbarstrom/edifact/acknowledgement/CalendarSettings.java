package org.nachbarstrom.edifact.acknowledgement;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What differs from the calendar of the market. */
@ConfigMapping(prefix = "nachbarstrom.edifact.calendar")
public interface CalendarSettings {
  /** Days without market communication beside the yearly ones. */
  Optional<Set<LocalDate>> moreHolidays();

  /** Days that are working days all the same. */
  Optional<Set<LocalDate>> moreWorkingDays();

  /** How often it is counted what is overdue. */
  Duration checkEvery();
}
