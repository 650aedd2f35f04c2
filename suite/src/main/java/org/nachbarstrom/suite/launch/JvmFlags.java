package org.nachbarstrom.suite.launch;

import java.util.List;

/** Options of the JVMs that the launcher starts. */
final class JvmFlags {

  /** Netty's ways to memory are no news to anybody. */
  static final List<String> QUIET =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private JvmFlags() {}
}
