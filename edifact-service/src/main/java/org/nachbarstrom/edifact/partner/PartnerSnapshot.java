package org.nachbarstrom.edifact.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nachbarstrom.edifact.core.MarketRole;
import org.nachbarstrom.edifact.core.PartnerKnowledge;
import org.nachbarstrom.edifact.core.ReadOptions;

/** What was known of some partners at one moment; needs no database any more. */
public final class PartnerSnapshot implements PartnerKnowledge {
  private static final ZoneId MARKET = ZoneId.of("Europe/Berlin");

  private final Map<String, Partner> partners;

  /** A snapshot of these partners. */
  public PartnerSnapshot(List<Partner> partners) {
    this.partners =
        partners.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    partner -> partner.code().value(), Function.identity()));
  }

  /** A partner by its code, if it is known. */
  public Optional<Partner> partner(String code) {
    return Optional.ofNullable(partners.get(code));
  }

  /**
   * {@inheritDoc}
   *
   * <p>A partner for whom no role was ever declared is unknown in this respect; one whose roles do
   * not hold at that time has none.
   */
  @Override
  public Optional<Set<MarketRole>> roles(String code, Instant at) {
    LocalDate day = at.atZone(MARKET).toLocalDate();
    return partner(code)
        .filter(partner -> !partner.roles().isEmpty())
        .map(partner -> roles(partner, day));
  }

  private static Set<MarketRole> roles(Partner partner, LocalDate day) {
    Set<MarketRole> roles = EnumSet.noneOf(MarketRole.class);
    partner.roles().stream()
        .filter(assignment -> assignment.valid().contains(day))
        .forEach(assignment -> roles.add(assignment.role()));
    return roles;
  }

  /** The given options with the format rules of a sender and this knowledge. */
  public ReadOptions optionsFor(String sender, ReadOptions options) {
    ReadOptions known = options.withPartners(this);
    Optional<FormatRules> rules = partner(sender).map(Partner::rules);
    if (rules.isEmpty()) {
      return known;
    }
    ReadOptions ruled =
        known
            .withLenient(options.lenient() || rules.get().lenient())
            .withAcceptTest(options.acceptTest() || rules.get().acceptTest());
    return rules.get().messageVersion().map(ruled::withHandbook).orElse(ruled);
  }

  /** When an interchange of the sender is answered with a CONTRL. */
  public ContrlPolicy contrlPolicy(String sender, String senderQualifier) {
    return partner(sender)
        .map(partner -> partner.rules().contrl())
        .orElse(
            CodeKind.DVGW.interchangeQualifier().equals(senderQualifier)
                ? ContrlPolicy.ALWAYS
                : ContrlPolicy.ON_ERROR);
  }
}
