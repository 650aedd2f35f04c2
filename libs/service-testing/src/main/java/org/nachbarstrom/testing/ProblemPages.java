package org.nachbarstrom.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.nachbarstrom.support.problem.Rejection;

/** Keeps rejections and their pages one-to-one. */
public final class ProblemPages {
  private ProblemPages() {}

  /**
   * Checks that each rejection has a page that begins with its code, each page a rejection, and
   * each code one owner.
   *
   * @param service folder below {@code docs/problems}
   * @param features the constants of each feature's rejection enum
   */
  public static void check(String service, Rejection[]... features) {
    List<Rejection> all = Arrays.stream(features).flatMap(Arrays::stream).toList();
    assertThat(all).extracting(Rejection::code).doesNotHaveDuplicates();
    assertThat(all).extracting(Rejection::service).containsOnly(service);
    Path folder = ProjectFiles.root().resolve("docs/problems").resolve(service);
    try (Stream<Path> pages = Files.list(folder)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(all.stream().map(r -> r.slug() + ".md").toList());
      for (Rejection rejection : all) {
        assertThat(Files.readString(folder.resolve(rejection.slug() + ".md")))
            .startsWith("# " + rejection.code());
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
