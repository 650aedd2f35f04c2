package org.nachbarstrom.metering.closing.persistence;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.closing.WaitingReason;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Interval;

/** What a closing waits for, as a JSON column. */
final class WaitingReasonsJson {
  private WaitingReasonsJson() {}

  static JsonArray write(List<WaitingReason> reasons) {
    JsonArray array = new JsonArray();
    reasons.forEach(reason -> array.add(write(reason)));
    return array;
  }

  private static JsonObject write(WaitingReason reason) {
    JsonObject object = new JsonObject().put("code", reason.code().name());
    AccountingPointId point = reason.accountingPoint();
    if (point != null) {
      object.put("accountingPoint", point.value());
    }
    Interval interval = reason.interval();
    if (interval != null) {
      object.put("start", interval.start().toString()).put("end", interval.end().toString());
    }
    String rule = reason.rule();
    if (rule != null) {
      object.put("rule", rule);
    }
    return object.put("missing", reason.missing());
  }

  static List<WaitingReason> read(JsonArray array) {
    return IntStream.range(0, array.size()).mapToObj(i -> read(array.getJsonObject(i))).toList();
  }

  private static WaitingReason read(JsonObject object) {
    @Nullable String start = object.getString("start");
    return new WaitingReason(
        WaitingReason.Code.valueOf(object.getString("code")),
        Optional.ofNullable(object.getString("accountingPoint"))
            .map(AccountingPointId::new)
            .orElse(null),
        start == null
            ? null
            : new Interval(Instant.parse(start), Instant.parse(object.getString("end"))),
        object.getInteger("missing"),
        object.getString("rule"));
  }
}
