package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.validation.InterchangeValidation;
import org.nachbarstrom.edifact.core.validation.MessageVerdict;
import org.nachbarstrom.edifact.core.validation.ValidationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks an EDIFACT file without any service. */
@Command(
    name = "validate",
    description = "Check an EDIFACT file; needs nothing running.",
    footer = ExitCode.HELP,
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

  @Mixin private Context context = new Context();
  @Mixin private Context.JsonSwitch json = new Context.JsonSwitch();

  @Parameters(paramLabel = "FILE", description = "The interchange.")
  private Path file = Path.of("");

  private ValidateCommand() {}

  @Override
  public Integer call() {
    ValidationReport report = validate();
    List<Finding> findings = new ArrayList<>(report.interchange().findings());
    report.messages().forEach(message -> findings.addAll(message.findings()));
    if (json.on()) {
      context.print(asJson(report, findings));
    } else {
      findings.forEach(finding ->
          context
              .out()
              .printf("%s: %s %s: %s%n", file, finding.code(), finding.position(), finding.text()));
      long values = report.messages().stream().mapToLong(MessageVerdict::values).sum();
      context.progress(
          "%d messages, %d values, %s"
              .formatted(
                  report.messages().size(),
                  values,
                  report.valid() ? "no finding" : findings.size() + " findings"));
    }
    context.out().flush();
    return report.valid() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private ValidationReport validate() {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return InterchangeValidation.validate(in, ReadOptions.DEFAULT);
    } catch (IOException e) {
      throw new InputRefused(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static ObjectNode asJson(ValidationReport report, List<Finding> findings) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("valid", report.valid());
    result.put("messages", report.messages().size());
    result.put("values", report.messages().stream().mapToLong(MessageVerdict::values).sum());
    ArrayNode list = result.putArray("findings");
    for (Finding finding : findings) {
      list.addObject()
          .put("code", finding.code().toString())
          .put("message", finding.position().messageReference())
          .put("segment", finding.position().segment())
          .put("tag", finding.position().tag())
          .put("element", finding.position().element())
          .put("component", finding.position().component())
          .put("text", finding.text());
    }
    return result;
  }
}
