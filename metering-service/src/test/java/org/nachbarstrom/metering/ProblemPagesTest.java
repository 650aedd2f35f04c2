package org.nachbarstrom.metering;

import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.accountingpoint.AccountingPointRejection;
import org.nachbarstrom.metering.closing.ClosingRejection;
import org.nachbarstrom.metering.comparison.ComparisonRejection;
import org.nachbarstrom.metering.completeness.CompletenessRejection;
import org.nachbarstrom.metering.plausibility.PlausibilityRejection;
import org.nachbarstrom.metering.reading.ReadingRejection;
import org.nachbarstrom.metering.retention.RetentionRejection;
import org.nachbarstrom.metering.series.SeriesRejection;
import org.nachbarstrom.metering.sharing.SharingRejection;
import org.nachbarstrom.metering.substitute.SubstituteRejection;
import org.nachbarstrom.metering.upload.UploadRejection;
import org.nachbarstrom.testing.ProblemPages;

class ProblemPagesTest {
  @Test
  void everyRejectionHasItsPage() {
    ProblemPages.check(
        "metering",
        AccountingPointRejection.values(),
        SeriesRejection.values(),
        ReadingRejection.values(),
        RetentionRejection.values(),
        PlausibilityRejection.values(),
        SubstituteRejection.values(),
        SharingRejection.values(),
        ClosingRejection.values(),
        CompletenessRejection.values(),
        ComparisonRejection.values(),
        UploadRejection.values());
  }
}
