package org.nachbarstrom.suite.cli;

import java.util.concurrent.Callable;
import org.nachbarstrom.suite.client.TokenClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a bearer token. */
@Command(
    name = "token",
    description = "Print a bearer token for the REST APIs, valid for an hour.",
    footer = ExitCode.HELP,
    mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

  @Mixin private Context context = new Context();

  @Option(
      names = "--roles",
      paramLabel = "ROLES",
      description = "viewer, operator or both. Default: ${DEFAULT-VALUE}.")
  private String roles = "operator";

  private TokenCommand() {}

  @Override
  public Integer call() {
    String token =
        new TokenClient(context.requireRunning(), context.tenant(), roles.replace(',', ' ')).get();
    context.out().println(token);
    return ExitCode.OK;
  }
}
