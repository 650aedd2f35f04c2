package org.nachbarstrom.suite.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The fixed shares of the consumers of one key, which must be there and not exceed the whole. */
final class FixedShares {

  private static final Set<String> METHODS = Set.of("STATIC", "STATIC_OF_USABLE", "REDISTRIBUTING");
  private static final String CASCADE = "CASCADE";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String method;
  private final JsonNode groups;
  private final List<Share> shares = new ArrayList<>();

  FixedShares(JsonNode key) {
    method = Preset.method(key);
    groups = key.path("groups");
  }

  boolean cascadeWithoutGroups() {
    return method.equals(CASCADE) && groups.isEmpty();
  }

  /** Adds a consumer; answers what is wrong with him. */
  Optional<String> add(JsonNode member, LocalDate from, LocalDate to) {
    int group = member.path("group").asInt(0);
    if (method.equals(CASCADE) && (group < 1 || group > groups.size())) {
      return Optional.of("needs group, 1 to " + groups.size() + ", while the key is a CASCADE");
    }
    String own = method.equals(CASCADE) ? groups.path(group - 1).asText() : method;
    if (!METHODS.contains(own)) {
      return Optional.empty();
    }
    if (!member.has("sharePercent")) {
      return Optional.of("needs sharePercent while the community's key is " + own);
    }
    BigDecimal percent = new BigDecimal(Steps.decimal(member.path("sharePercent")));
    shares.add(new Share(method.equals(CASCADE) ? group : 0, percent, from, to));
    return Optional.empty();
  }

  /** The first sum above 100 percent; sums only grow on a day on which a membership begins. */
  Optional<Sum> exceeding(LocalDate from, LocalDate to) {
    TreeSet<LocalDate> days = new TreeSet<>(Set.of(from));
    shares.stream()
        .map(Share::from)
        .filter(day -> day.isAfter(from) && day.isBefore(to))
        .forEach(days::add);
    return days.stream().flatMap(day -> sums(day).stream()).findFirst();
  }

  private List<Sum> sums(LocalDate day) {
    Map<Integer, BigDecimal> byGroup = new HashMap<>();
    for (Share share : shares) {
      if (!day.isBefore(share.from()) && day.isBefore(share.to())) {
        byGroup.merge(share.group(), share.percent(), BigDecimal::add);
      }
    }
    return byGroup.values().stream()
        .filter(sum -> sum.compareTo(HUNDRED) > 0)
        .map(sum -> new Sum(day, sum.toPlainString()))
        .toList();
  }

  /** Too much on a day. */
  record Sum(LocalDate day, String percent) {}

  private record Share(int group, BigDecimal percent, LocalDate from, LocalDate to) {}
}
