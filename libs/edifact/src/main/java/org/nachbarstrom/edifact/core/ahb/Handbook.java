package org.nachbarstrom.edifact.core.ahb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.nachbarstrom.edifact.core.mig.MessageForm;

/**
 * The application handbook of one version of MSCONS: the profiles of all Prüfidentifikatoren.
 * Immutable; read once when first asked for.
 */
public final class Handbook {
  /** The versions of the message description that have a handbook here, newest first. */
  public static final List<String> VERSIONS = List.of("2.5", "2.4c");

  private static final Map<String, Handbook> READ = new ConcurrentHashMap<>();

  private final String version;
  private final Map<String, Profile> profiles;

  private Handbook(String version, Map<String, Profile> profiles) {
    this.version = version;
    this.profiles = profiles;
  }

  /**
   * The handbook that goes with a version of the message description.
   *
   * @param version as in UNH, for example 2.5
   * @return empty if there is none
   */
  public static Optional<Handbook> of(String version) {
    if (!VERSIONS.contains(version)) {
      return Optional.empty();
    }
    return Optional.of(READ.computeIfAbsent(version, Handbook::read));
  }

  private static Handbook read(String version) {
    MessageForm form =
        MessageForm.of(version)
            .orElseThrow(() -> new IllegalStateException("no message description " + version));
    return new Handbook(version, ProfileParser.read(version, form));
  }

  /** Version of the message description. */
  public String version() {
    return version;
  }

  /** The profile of a Prüfidentifikator; empty if the handbook does not have it. */
  public Optional<Profile> profile(String checkIdentifier) {
    return Optional.ofNullable(profiles.get(checkIdentifier));
  }

  /** All profiles by Prüfidentifikator. */
  public List<Profile> profiles() {
    return List.copyOf(profiles.values());
  }

  /**
   * What a number in an expression stands for.
   *
   * @param number as it stands in brackets, for example 495, UB1 or 4P0..1
   * @return empty if no handbook has it
   */
  public static Optional<HandbookNote> note(String number) {
    return Terms.find(number).map(HandbookNote::of);
  }

  /** All numbers but packages. */
  public static List<HandbookNote> notes() {
    return Terms.numbers().stream().map(HandbookNote::of).sorted().toList();
  }
}
