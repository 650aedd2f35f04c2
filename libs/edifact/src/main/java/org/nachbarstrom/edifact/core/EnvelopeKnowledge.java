package org.nachbarstrom.edifact.core;

/** What the reader may know about the parties of UNB. */
public interface EnvelopeKnowledge {
  /** Nothing is known: interchanges of everybody to everybody are taken. */
  EnvelopeKnowledge NONE =
      new EnvelopeKnowledge() {
        @Override
        public boolean addressedToUs(String recipient) {
          return true;
        }

        @Override
        public boolean knowsSender(String sender) {
          return true;
        }
      };

  /** Whether interchanges to this code (UNB 0010) are for the one who reads; if not, CONTRL 7. */
  boolean addressedToUs(String recipient);

  /** Whether the sender (UNB 0004) is known; if not, CONTRL 23. */
  boolean knowsSender(String sender);
}
