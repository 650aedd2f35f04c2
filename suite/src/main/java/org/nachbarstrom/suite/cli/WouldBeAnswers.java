package org.nachbarstrom.suite.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.nachbarstrom.edifact.core.answer.AnswerRules;
import org.nachbarstrom.edifact.core.answer.AnswerSettings;
import org.nachbarstrom.edifact.core.validation.InterchangeAnswers;
import org.nachbarstrom.edifact.core.validation.ValidationReport;

/** The answers a partner would get to an interchange, with references made up from the time. */
final class WouldBeAnswers {
  private static final int DECIMAL_TO_36 = 36;
  private static final AnswerRules RULES = new AnswerRules(AnswerSettings.DEFAULT);

  private WouldBeAnswers() {}

  /** CONTRL first, then APERAK; each an interchange in one line. */
  static List<String> to(ValidationReport report, Instant now) {
    String stamp = Long.toString(now.getEpochSecond(), DECIMAL_TO_36).toUpperCase(Locale.ROOT);
    AtomicInteger answers = new AtomicInteger();
    return new InterchangeAnswers(RULES, () -> "A" + answers.incrementAndGet() + stamp, now)
        .to(report).stream().map(WouldBeAnswers::text).toList();
  }

  private static String text(byte[] interchange) {
    return new String(interchange, StandardCharsets.ISO_8859_1);
  }
}
