package org.nachbarstrom.clearing.chain;

import org.nachbarstrom.support.problem.Rejection;

/** What the chain can hinder. */
public enum ChainRejection implements Rejection {
  CHAIN_UNREACHABLE("CLEARING-0040", 503, "chain-unreachable", "The chain node does not answer."),
  CHAIN_REFUSED("CLEARING-0041", 503, "chain-refused", "The chain node refuses the transaction."),
  CONTRACT_REFUSED("CLEARING-0042", 500, "contract-refused", "The contract refuses the batch."),
  BATCH_TOO_LARGE(
      "CLEARING-0043", 500, "batch-too-large", "The batch needs more gas than a block has."),
  CONTRACT_MISSING(
      "CLEARING-0044", 500, "contract-missing", "The contract is not on this chain any more."),
  WRONG_CHAIN("CLEARING-0045", 500, "wrong-chain", "The node belongs to another chain."),
  NOT_MINED("CLEARING-0046", 503, "not-mined", "The transaction is not in a block yet."),
  ANCHOR_DIFFERS(
      "CLEARING-0047", 500, "anchor-differs", "The chain has another root for the batch."),
  NOT_RECONCILED("CLEARING-0048", 404, "not-reconciled", "There was no reconciliation yet."),
  NO_CONTRACT("CLEARING-0049", 409, "no-contract", "Nothing was anchored yet.");

  private final Entry entry;

  ChainRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
