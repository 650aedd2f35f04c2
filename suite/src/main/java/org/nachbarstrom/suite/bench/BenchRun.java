package org.nachbarstrom.suite.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.declaration.ApplyDeclaration;
import org.nachbarstrom.suite.declaration.Declaration;
import org.nachbarstrom.suite.example.ExampleCommunity;
import org.nachbarstrom.suite.example.ExampleDeclaration;
import org.nachbarstrom.suite.example.ExampleInterchange;
import org.nachbarstrom.suite.launch.Stage;
import org.nachbarstrom.suite.road.ClosePeriod;
import org.nachbarstrom.suite.road.ImportFiles;

/** Sends many communities down the whole road and takes the time of each stage. */
public final class BenchRun {

  private static final int UPLOADS_AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final long POLL_MILLIS = 200;

  private final RestApi api;
  private final Path folder;
  private final List<ExampleCommunity> communities;
  private final Consumer<String> progress;
  private final List<Measurement> measurements = new ArrayList<>();

  /**
   * A run.
   *
   * @param api running services with nothing in them
   * @param folder for the generated files
   */
  public BenchRun(RestApi api, Path folder, BenchPlan plan, Consumer<String> progress) {
    this.api = api;
    this.folder = folder;
    this.communities = plan.communities();
    this.progress = progress;
  }

  /** Runs all stages. */
  public BenchResult run() throws InterruptedException {
    List<ExampleInterchange> interchanges =
        communities.stream()
            .map(one -> ExampleInterchange.whole(one, reference(communities.indexOf(one))))
            .toList();
    long values = interchanges.stream().mapToLong(ExampleInterchange::values).sum();
    timed("generate MSCONS files", "values", () -> generate(interchanges, values));
    timed("declare communities", "objects", this::declare);
    timed("import until every file is answered", "values", () -> importFiles(values));
    long begin = System.nanoTime();
    List<String> closings = requestClosings();
    timed("store, close and allocate", "values", () -> awaitClosed(closings, values));
    timed("price, settle, book and anchor", "bookings", () -> awaitCleared(closings));
    long gas = 0;
    long bookings = 0;
    for (JsonNode batch : api.list(Stage.CLEARING, "/v1/batches?limit=1000")) {
      gas += batch.at("/anchor/gasUsed").asLong();
      bookings += batch.path("bookings").asLong();
    }
    long wholeMillis = (System.nanoTime() - begin) / 1_000_000;
    measurements.add(
        new Measurement("from closing to the chain", bookings, "bookings", wholeMillis));
    return new BenchResult(measurements, bookings, gas);
  }

  private long generate(List<ExampleInterchange> interchanges, long values) {
    for (int i = 0; i < interchanges.size(); i++) {
      interchanges.get(i).write(file(i));
    }
    return values;
  }

  private long declare() {
    Declaration declaration = Declaration.parse(ExampleDeclaration.of(communities));
    new ApplyDeclaration(api).apply(declaration, (step, outcome) -> {});
    return declaration.steps().size();
  }

  private long importFiles(long values) throws InterruptedException {
    ImportFiles importer = new ImportFiles(api);
    try (ExecutorService threads = Executors.newFixedThreadPool(UPLOADS_AT_ONCE)) {
      List<Future<ImportFiles.Imported>> uploads = new ArrayList<>();
      for (int i = 0; i < communities.size(); i++) {
        Path file = file(i);
        uploads.add(threads.submit(() -> importer.importFile(file)));
      }
      for (Future<ImportFiles.Imported> upload : uploads) {
        requireAccepted(upload.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A file was not imported", e.getCause());
    }
    return values;
  }

  private static void requireAccepted(ImportFiles.Imported imported) {
    if (!imported.accepted()) {
      throw new IllegalStateException(imported.file() + " was refused: " + imported.answer());
    }
  }

  private List<String> requestClosings() {
    ClosePeriod closePeriod = new ClosePeriod(api, progress, PATIENCE, PATIENCE);
    return communities.stream()
        .map(one -> closePeriod.request(one.id(), one.from(), one.to()).path("id").asText())
        .toList();
  }

  private long awaitClosed(List<String> closings, long values) throws InterruptedException {
    for (String closing : closings) {
      while (!state(Stage.METERING, "/v1/closings/" + closing).equals("CLOSED")) {
        Thread.sleep(POLL_MILLIS);
      }
    }
    return values;
  }

  private long awaitCleared(List<String> closings) throws InterruptedException {
    ClosePeriod closePeriod = new ClosePeriod(api, line -> {}, PATIENCE, PATIENCE);
    long bookings = 0;
    for (String closing : closings) {
      ClosePeriod.Outcome outcome = closePeriod.follow(closing);
      if (!(outcome instanceof ClosePeriod.Outcome.Done done)) {
        throw new IllegalStateException("Closing " + closing + " was not cleared: " + outcome);
      }
      JsonNode batch = api.get(Stage.CLEARING, "/v1/batches/" + done.run().path("batch").asText());
      bookings += batch.path("bookings").asLong();
    }
    return bookings;
  }

  private String state(Stage stage, String path) {
    return api.get(stage, path).path("state").asText();
  }

  private void timed(String stage, String unit, Work work) throws InterruptedException {
    progress.accept(stage + " …");
    long begin = System.nanoTime();
    long count = work.run();
    long millis = (System.nanoTime() - begin) / 1_000_000;
    measurements.add(new Measurement(stage, count, unit, millis));
  }

  private Path file(int community) {
    return folder.resolve("community-" + (community + 1) + ".edi");
  }

  private static String reference(int community) {
    return "BENCH%05d".formatted(community + 1);
  }

  private interface Work {
    /** Does it and says how many units it did. */
    long run() throws InterruptedException;
  }
}
