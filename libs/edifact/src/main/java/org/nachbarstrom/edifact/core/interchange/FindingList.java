package org.nachbarstrom.edifact.core.interchange;

import java.util.ArrayList;
import java.util.List;
import org.nachbarstrom.edifact.core.Finding;

/** Findings up to a maximum; further ones are only counted. */
final class FindingList {
  private final int max;
  private List<Finding> kept = new ArrayList<>();
  private int count;

  FindingList(int max) {
    this.max = max;
  }

  void add(Finding finding) {
    count++;
    if (kept.size() < max) {
      kept.add(finding);
    }
  }

  /** Whether no further finding is kept. */
  boolean full() {
    return kept.size() >= max;
  }

  /** Counts one that is not kept. */
  void skip() {
    count++;
  }

  List<Finding> kept() {
    return kept;
  }

  int count() {
    return count;
  }

  void clear() {
    kept = new ArrayList<>();
    count = 0;
  }
}
