package org.nachbarstrom.edifact.partner;

/** When a partner gets a CONTRL. */
public enum ContrlPolicy {
  /** Only about syntax errors: the rule of the electricity market. */
  ON_ERROR,
  /** About every interchange but CONTRL itself: the rule of the gas market. */
  ALWAYS;

  /** What the market of the code demands. */
  public static ContrlPolicy of(CodeKind kind) {
    return kind == CodeKind.DVGW ? ALWAYS : ON_ERROR;
  }
}
