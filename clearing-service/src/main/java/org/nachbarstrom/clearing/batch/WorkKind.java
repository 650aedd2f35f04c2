package org.nachbarstrom.clearing.batch;

/** What may be due for a tenant. */
public enum WorkKind {
  /** Posting received batches. */
  POST,
  /** Anchoring posted batches. */
  ANCHOR
}
