package org.nachbarstrom.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.dispatch.Dispatch;
import org.nachbarstrom.edifact.dispatch.EnqueueOutcome;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "edifact"))
@QuarkusTestResource(TemporaryFolders.class)
class FolderServiceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Dispatch dispatch;
  @Inject TenantTransactions transactions;

  @Inject
  @ConfigProperty(name = TemporaryFolders.ROOT)
  Path root;

  @Test
  void takesAFileAndSaysBesideItWhatCameOfIt() throws IOException {
    Path in = folder("ordner", "in");
    drop(in, "a.txt", Outgoing.text("FOLDER1"));
    JsonPath outcome = outcome("ordner", "done", "a.txt");
    assertThat(outcome.getString("outcome")).isEqualTo("RECEIVED");
    assertThat(outcome.getString("state")).isEqualTo("ACCEPTED");
    Outgoing.as("ordner", "viewer")
        .get("/v1/interchanges/" + outcome.getString("interchange"))
        .then()
        .statusCode(200);
    assertThat(Files.readString(folder("ordner", "done").resolve("a.txt")))
        .isEqualTo(Outgoing.text("FOLDER1"));

    drop(in, "b.txt", Outgoing.text("FOLDER1"));
    assertThat(outcome("ordner", "done", "b.txt").getString("outcome")).isEqualTo("DUPLICATE");
    drop(in, "a.txt", Outgoing.text("FOLDER2"));
    assertThat(outcome("ordner", "done", "a.txt~2").getString("outcome")).isEqualTo("RECEIVED");
    drop(in, "c.txt", "no edifact");
    assertThat(outcome("ordner", "failed", "c.txt").getString("outcome")).isEqualTo("UNREADABLE");
    assertThat(names(in)).isEmpty();
    assertThat(names(folder("ordner", "work"))).isEmpty();
  }

  @Test
  void leavesFilesAloneThatAreBeingWritten() throws IOException {
    Path in = folder("schreiber", "in");
    for (String name : List.of("x.txt.tmp", "x.txt.part", ".x.txt")) {
      drop(in, name, Outgoing.text("PARTS1"));
    }
    Files.createSymbolicLink(in.resolve("link.txt"), in.resolve("x.txt.tmp"));
    Path growing = in.resolve("grows.txt");
    String text = Outgoing.text("GROWS1");
    Files.writeString(growing, "");
    for (int i = 0; i < text.length(); i++) {
      Files.writeString(growing, text.substring(i, i + 1), StandardOpenOption.APPEND);
    }
    assertThat(outcome("schreiber", "done", "grows.txt").getString("outcome"))
        .isEqualTo("RECEIVED");
    assertThat(names(in))
        .containsExactlyInAnyOrder("x.txt.tmp", "x.txt.part", ".x.txt", "link.txt");
  }

  /** Killed before it was received, and killed after it was received but before it was moved. */
  @Test
  void takesUpWhatAKilledProcessHasClaimed() throws IOException {
    Path work = folder("neustart", "work");
    drop(work, "before.txt", Outgoing.text("KILLED1"));
    assertThat(outcome("neustart", "done", "before.txt").getString("outcome"))
        .isEqualTo("RECEIVED");
    String id =
        Outgoing.as("neustart", "operator")
            .contentType("application/edifact")
            .body(Outgoing.text("KILLED2").getBytes(StandardCharsets.ISO_8859_1))
            .post("/v1/interchanges")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    drop(folder("neustart", "done"), "after.txt.json", "{}");
    drop(work, "after.txt", Outgoing.text("KILLED2"));
    await()
        .atMost(PATIENCE)
        .until(() -> Files.exists(folder("neustart", "done").resolve("after.txt")));
    JsonPath outcome = outcome("neustart", "done", "after.txt");
    assertThat(outcome.getString("outcome")).isEqualTo("DUPLICATE");
    assertThat(outcome.getString("interchange")).isEqualTo(id);
  }

  @Test
  void leavesAFolderToTheProcessThatWorksThere() throws IOException {
    Path in = folder("besetzt", "in");
    drop(folder("frei", "in"), "first.txt", Outgoing.text("FREE1"));
    try (FileChannel lock =
        FileChannel.open(
            root.resolve("besetzt/.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      await().atMost(PATIENCE).until(() -> locked(lock));
      drop(in, "mine.txt", Outgoing.text("LOCKED1"));
      drop(folder("frei", "in"), "second.txt", Outgoing.text("FREE2"));
      outcome("frei", "done", "second.txt");
      drop(folder("frei", "in"), "third.txt", Outgoing.text("FREE3"));
      outcome("frei", "done", "third.txt");
      assertThat(names(in)).containsExactly("mine.txt");
    }
    assertThat(outcome("besetzt", "done", "mine.txt").getString("outcome")).isEqualTo("RECEIVED");
  }

  @Test
  void goesOnWithOtherTenantsWhereAFolderCannotBeUsed() throws IOException {
    Files.createDirectories(root.resolve("aaa-kaputt"));
    Files.writeString(root.resolve("aaa-kaputt/in"), "a file where a folder belongs");
    drop(folder("zzz-heil", "in"), "a.txt", Outgoing.text("WHOLE1"));
    assertThat(outcome("zzz-heil", "done", "a.txt").getString("outcome")).isEqualTo("RECEIVED");
  }

  /** Nothing can be said beside a file whose name is too long, so it stays in "work". */
  @Test
  void letsOthersPassAFileWhoseNameIsStillInUse() throws IOException {
    String name = "a".repeat(250);
    drop(folder("stau", "work"), name, Outgoing.text("JAM1"));
    drop(folder("stau", "in"), name, Outgoing.text("JAM2"));
    Files.setLastModifiedTime(
        folder("stau", "in").resolve(name), FileTime.from(Instant.parse("2026-03-30T05:00:00Z")));
    drop(folder("stau", "in"), "b.txt", Outgoing.text("JAM3"));
    assertThat(outcome("stau", "done", "b.txt").getString("outcome")).isEqualTo("RECEIVED");
    assertThat(names(folder("stau", "in"))).containsExactly(name);
  }

  @Test
  void writesWhatIsQueuedUnderTheMarketsNameAndRecordsItAsDelivered() throws IOException {
    Path out = folder("ausgabe", "out");
    Outgoing.register("ausgabe", Outgoing.PARTNER, "FOLDER");
    String id = enqueue("ausgabe", "NS000000000001");
    awaitDelivered("ausgabe", id);
    String name = "MSCONS_TL_9900000000011_9900000000029_20260330_NS000000000001.txt";
    assertThat(names(out)).containsExactly(name);
    assertThat(Files.readString(out.resolve(name))).isEqualTo(Outgoing.text("NS000000000001"));
  }

  /** The file was written, but the process died before it could record the delivery. */
  @Test
  void writesTheSameNameAgainAfterACrashAndNeverTwoFiles() throws IOException {
    Outgoing.register("absturz", Outgoing.PARTNER, "FOLDER");
    String id = enqueue("absturz", "NS000000000001");
    String name = "MSCONS_TL_9900000000011_9900000000029_20260330_NS000000000001.txt";
    Path out = root.resolve("absturz-later");
    Files.createDirectories(out.resolve("out"));
    drop(out.resolve("out"), name, Outgoing.text("NS000000000001"));
    drop(out.resolve("out"), "." + name + ".tmp", "UNA:+.? 'UNB+half");
    Files.move(out, root.resolve("absturz"));
    awaitDelivered("absturz", id);
    assertThat(names(root.resolve("absturz/out"))).containsExactly(name);
    assertThat(Files.readString(root.resolve("absturz/out").resolve(name)))
        .isEqualTo(Outgoing.text("NS000000000001"));
  }

  @Test
  void saysWhyAFileCannotBeWrittenAndWritesItWhenItCan() throws IOException {
    Outgoing.register("blockiert", Outgoing.PARTNER, "FOLDER");
    String name = "MSCONS_TL_9900000000011_9900000000029_20260330_NS000000000001.txt";
    Path out = folder("blockiert", "out");
    Path obstacle = Files.createDirectories(out.resolve(name).resolve("x"));
    String id = enqueue("blockiert", "NS000000000001");
    await()
        .atMost(PATIENCE)
        .until(() -> Outgoing.list("blockiert", "limit=1").getString("items[0].lastError") != null);
    Files.delete(obstacle);
    Files.delete(out.resolve(name));
    awaitDelivered("blockiert", id);
    assertThat(names(out)).containsExactly(name);
    assertThat(Outgoing.list("blockiert", "limit=1").getString("items[0].lastError")).isNull();
  }

  private void awaitDelivered(String tenant, String id) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            Outgoing.list(tenant, "state=DELIVERED")
                .getList("items.id", String.class)
                .contains(id));
  }

  private String enqueue(String tenant, String reference) {
    try {
      EnqueueOutcome outcome =
          VertxContextSupport.subscribeAndAwait(() ->
              transactions.inTransaction(
                  new Tenant(tenant),
                  () -> dispatch.enqueue(new Tenant(tenant), Outgoing.interchange(reference))));
      return outcome.id().toString();
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (java.nio.channels.OverlappingFileLockException busy) {
      return false;
    }
  }

  private Path folder(String tenant, String name) throws IOException {
    return Files.createDirectories(root.resolve(tenant).resolve(name));
  }

  /** Appears at once, as the agreement with whoever delivers files asks for. */
  private static void drop(Path folder, String name, String text) throws IOException {
    Path aside = folder.resolve(".aside");
    Files.writeString(aside, text, StandardCharsets.ISO_8859_1);
    Files.move(aside, folder.resolve(name));
  }

  private JsonPath outcome(String tenant, String folder, String name) {
    Path file = root.resolve(tenant).resolve(folder).resolve(name + ".json");
    await().atMost(PATIENCE).until(() -> Files.exists(file));
    return JsonPath.from(file.toFile());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
