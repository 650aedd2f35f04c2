package org.nachbarstrom.settlement.run.persistence;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.settlement.booking.BatchState;
import org.nachbarstrom.settlement.booking.ClearingFacts;
import org.nachbarstrom.settlement.booking.ClosingVersion;
import org.nachbarstrom.settlement.run.ClosedPeriod;
import org.nachbarstrom.settlement.run.ControlTotals;
import org.nachbarstrom.settlement.run.Run;
import org.nachbarstrom.settlement.run.RunDetails;
import org.nachbarstrom.settlement.run.RunProblem;
import org.nachbarstrom.settlement.run.RunStage;
import org.nachbarstrom.settlement.run.RunState;
import org.nachbarstrom.settlement.run.WaitingFor;

/** From rows to runs. */
public final class RunRows {
  /** A run with its batch and what it waits for. */
  static final String SELECT_DETAILS =
      """
      select r.*, b.id as batch, b.sequence, b.state as batch_state, b.refusal_code,
             b.refusal_detail, b.merkle_root, b.transaction_hash, b.block_number, b.contract,
             b.chain_id, b.gas_used,
             (select jsonb_agg(jsonb_build_object(
                'code', w.code, 'point', w.accounting_point, 'day', w.day) order by w.number)
              from run_waiting w where w.run = r.id) as waiting
      from run r left join booking_batch b on b.run = r.id
      """;

  private RunRows() {}

  /** The closing version in a row that has the columns of {@code run}. */
  public static ClosingVersion closing(Row row) {
    return new ClosingVersion(
        row.getUUID("closing"),
        row.getInteger("version"),
        row.getString("community"),
        ZoneId.of(row.getString("zone")),
        row.getLocalDate("from_day"),
        row.getLocalDate("to_day"),
        row.getOffsetDateTime("start_at").toInstant(),
        row.getOffsetDateTime("end_at").toInstant());
  }

  static Run run(Row row) {
    ClosingVersion closing = closing(row);
    return new Run(
        row.getUUID("id"),
        closing,
        RunStage.valueOf(row.getString("stage")),
        row.getInteger("collected_members"),
        announced(row, closing));
  }

  private static Optional<ClosedPeriod> announced(Row row, ClosingVersion closing) {
    return Optional.ofNullable(row.getInteger("expected_members"))
        .map(members ->
            new ClosedPeriod(
                closing,
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getBoolean("provisional"),
                members,
                new ControlTotals(
                    energy(row, "consumption"),
                    energy(row, "allocated"),
                    energy(row, "residual"),
                    energy(row, "generation"),
                    energy(row, "surplus"))));
  }

  private static Energy energy(Row row, String name) {
    return Energy.ofMilliWattHours(row.getLong(name + "_milliwatt_hours"));
  }

  static RunDetails details(Row row) {
    Optional<BatchState> batch =
        Optional.ofNullable(row.getString("batch_state")).map(BatchState::valueOf);
    Run run = run(row);
    return new RunDetails(
        row.getLong("number"),
        run,
        batch.map(RunState::of).orElseGet(() -> RunState.of(run.stage())),
        waiting(row.getJsonArray("waiting")),
        problem(row),
        Optional.ofNullable(row.getUUID("batch")),
        Optional.ofNullable(row.getLong("sequence")),
        clearing(row));
  }

  private static List<WaitingFor> waiting(@org.jspecify.annotations.Nullable JsonArray rows) {
    List<WaitingFor> waiting = new ArrayList<>();
    for (int i = 0; rows != null && i < rows.size(); i++) {
      JsonObject row = rows.getJsonObject(i);
      waiting.add(
          new WaitingFor(
              WaitingFor.Code.valueOf(row.getString("code")),
              Optional.ofNullable(row.getString("point")).map(AccountingPointId::new),
              Optional.ofNullable(row.getString("day")).map(LocalDate::parse)));
    }
    return waiting;
  }

  private static Optional<RunProblem> problem(Row row) {
    Optional<RunProblem> own =
        Optional.ofNullable(row.getString("problem_code"))
            .map(code -> new RunProblem(code, row.getString("problem_detail")));
    return own.or(() ->
        Optional.ofNullable(row.getString("refusal_code"))
            .map(code -> new RunProblem(code, row.getString("refusal_detail"))));
  }

  private static Optional<ClearingFacts> clearing(Row row) {
    return Optional.ofNullable(row.getString("transaction_hash"))
        .map(hash ->
            new ClearingFacts(
                row.getString("merkle_root"),
                hash,
                row.getLong("block_number"),
                row.getString("contract"),
                row.getLong("chain_id"),
                row.getLong("gas_used")));
  }
}
