package org.nachbarstrom.suite.cli;

/** What scripts see. */
final class ExitCode {

  /** Done, nothing to complain about. */
  static final int OK = 0;

  /** The input has findings, or a service refused. */
  static final int FINDINGS = 1;

  /** The command line itself is wrong. */
  static final int USAGE = 2;

  /** Nothing runs, or it does not answer, or it did not start. */
  static final int UNREACHABLE = 3;

  static final String HELP =
      "%nExit codes: 0 done, 1 findings or refused, 2 wrong usage, 3 not running or not reachable.";

  private ExitCode() {}
}
