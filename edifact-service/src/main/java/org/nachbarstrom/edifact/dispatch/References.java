package org.nachbarstrom.edifact.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.nachbarstrom.support.tenancy.Tenant;

/** Gives out references of interchanges: NS and twelve digits that count up per own code. */
@ApplicationScoped
public class References {
  private final OutgoingStore store;

  References(OutgoingStore store) {
    this.store = store;
  }

  /**
   * References that nobody has had under this own code, in order. Runs inside the caller's
   * transaction; if that is rolled back they are given to somebody else.
   *
   * @param own the sender
   * @param count how many, at least 1
   */
  public Uni<List<String>> take(Tenant tenant, String own, int count) {
    return store
        .takeNumbers(tenant, own, count)
        .map(last ->
            LongStream.rangeClosed(last - count + 1, last)
                .mapToObj(number -> String.format(Locale.ROOT, "NS%012d", number))
                .toList());
  }
}
