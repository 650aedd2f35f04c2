package org.nachbarstrom.metering.closing.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.closing.ClosingRejection;
import org.nachbarstrom.support.problem.ProblemException;

class ReproductionPlacesTest {
  private static ReproductionPlaces places(int count) {
    Map<String, String> setting =
        Map.of("nachbarstrom.metering.closing.reproductions-at-once", Integer.toString(count));
    return new ReproductionPlaces(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(setting, "test", 100))
            .build());
  }

  private static UniAssertSubscriber<String> begin(ReproductionPlaces places, Uni<String> work) {
    return places.run(() -> work).subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  private static void assertRefused(UniAssertSubscriber<String> begun) {
    ProblemException refused = (ProblemException) begun.assertFailed().getFailure();
    assertThat(refused.rejection()).isEqualTo(ClosingRejection.TOO_MANY_REPRODUCTIONS);
  }

  @Test
  void refusesWhileAllPlacesAreTakenAndFreesThemHoweverWorkEnds() {
    ReproductionPlaces places = places(2);
    Uni<String> endless = Uni.createFrom().nothing();
    CompletableFuture<String> open = new CompletableFuture<>();
    UniAssertSubscriber<String> first = begin(places, Uni.createFrom().completionStage(open));
    UniAssertSubscriber<String> second = begin(places, endless);
    assertRefused(begin(places, endless));

    open.complete("done");
    first.assertItem("done");
    begin(places, Uni.createFrom().failure(new IllegalStateException("broken"))).assertFailed();
    places
        .run(() -> {
          throw new IllegalStateException("broken at once");
        })
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create())
        .assertFailedWith(IllegalStateException.class);
    begin(places, endless).assertNotTerminated();
    assertRefused(begin(places, endless));

    second.cancel();
    begin(places, endless).assertNotTerminated();
    assertRefused(begin(places, endless));
  }

  @Test
  void takesNoNumberOfPlacesThatMakesNoSense() {
    for (int count : new int[] {0, -1, 101}) {
      assertThatThrownBy(() -> places(count)).isInstanceOf(IllegalStateException.class);
    }
  }
}
