package org.nachbarstrom.suite.declaration;

import java.util.List;

/** A declaration file that cannot be applied; nothing of it was. */
public final class DeclarationRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  /** With everything that was found, in the order of the file. */
  public DeclarationRefused(List<Finding> findings) {
    super(findings.size() + " findings");
    this.findings = List.copyOf(findings);
  }

  /** What is wrong; at least one. */
  public List<Finding> findings() {
    return findings;
  }
}
