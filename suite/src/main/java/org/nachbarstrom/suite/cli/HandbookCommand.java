package org.nachbarstrom.suite.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.ahb.CodeUse;
import org.nachbarstrom.edifact.core.ahb.ElementUse;
import org.nachbarstrom.edifact.core.ahb.Handbook;
import org.nachbarstrom.edifact.core.ahb.HandbookNote;
import org.nachbarstrom.edifact.core.ahb.Profile;
import org.nachbarstrom.edifact.core.ahb.SegmentUse;
import org.nachbarstrom.edifact.core.ahb.TermKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what messages are held to: segments, codes, conditions, and the hints nobody enforces. */
@Command(
    name = "handbook",
    description = "Show what MSCONS messages are checked by; needs nothing running.",
    footer = ExitCode.HELP,
    mixinStandardHelpOptions = true)
final class HandbookCommand implements Callable<Integer> {
  @Mixin private Context context = new Context();
  @Spec private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--format-version",
      paramLabel = "VERSION",
      description = "Version of the message description. Default: ${DEFAULT-VALUE}.")
  private String formatVersion = Handbook.VERSIONS.getFirst();

  @Parameters(
      arity = "0..1",
      paramLabel = "PID",
      description = "The Prüfidentifikator, for example 13025; without it all are listed.")
  private @Nullable String checkIdentifier;

  private HandbookCommand() {}

  @Override
  public Integer call() {
    Handbook handbook =
        Handbook.of(formatVersion)
            .orElseThrow(
                () -> wrong("There is no version '" + formatVersion + "'", Handbook.VERSIONS));
    if (checkIdentifier == null) {
      context.print(list(handbook));
      return ExitCode.OK;
    }
    List<String> known = handbook.profiles().stream().map(Profile::checkIdentifier).toList();
    Profile profile =
        handbook
            .profile(checkIdentifier)
            .orElseThrow(() -> wrong("There is no '" + checkIdentifier + "'", known));
    context
        .out()
        .printf(
            "%s %s, MSCONS %s, UNB %s%n%n",
            profile.checkIdentifier(),
            profile.name(),
            profile.version(),
            String.join(" or ", profile.applicationReferences()));
    context.print(segments(profile));
    context.out().println();
    context.print(notes(profile));
    return ExitCode.OK;
  }

  private ParameterException wrong(String what, List<String> known) {
    return new ParameterException(command.commandLine(), what + "; there are " + known);
  }

  private static TextTable list(Handbook handbook) {
    TextTable table = new TextTable("PID", "UNB", "name");
    for (Profile profile : handbook.profiles()) {
      String references = String.join(" ", profile.applicationReferences());
      table.row(profile.checkIdentifier(), references, profile.name());
    }
    return table;
  }

  private static TextTable segments(Profile profile) {
    TextTable table = new TextTable("group", "segment", "name", "element", "status", "codes");
    for (SegmentUse segment : profile.segments()) {
      String status = segment.statusText();
      if (!segment.groupStatusText().isEmpty()) {
        status = "group " + segment.groupStatusText() + ", " + status;
      }
      table.row(segment.groupName(), segment.tag(), segment.name(), "", status, "");
      segment.elements().forEach(element -> rows(table, element));
    }
    return table;
  }

  /** An element; one row for all codes of the same status. */
  private static void rows(TextTable table, ElementUse element) {
    if (element.codes().isEmpty()) {
      table.row("", "", "", element.name(), element.statusText(), "");
      return;
    }
    Map<String, List<String>> byStatus = new LinkedHashMap<>();
    for (CodeUse code : element.codes()) {
      byStatus.computeIfAbsent(code.statusText(), status -> new ArrayList<>()).add(code.code());
    }
    byStatus.forEach(
        (status, codes) -> table.row("", "", "", element.name(), status, String.join(" ", codes)));
  }

  private static TextTable notes(Profile profile) {
    TextTable table = new TextTable("number", "kind", "judged", "demands");
    profile.segments().stream()
        .flatMap(segment -> segment.numbers().stream())
        .distinct()
        .flatMap(number -> Handbook.note(number).stream())
        .sorted()
        .forEach(note -> row(table, note));
    return table;
  }

  private static void row(TextTable table, HandbookNote note) {
    boolean judged = note.judged() && note.kind() != TermKind.HINT;
    table.row(note.number(), note.kind(), judged ? "yes" : "no", note.text());
  }
}
