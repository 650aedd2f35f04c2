/**
 * APERAK 2.2 and 2.1i, the answer about what a message says: written and read.
 *
 * <p>Owns: which finding becomes which error, the errors of the application handbook, where the
 * texts go. Does not own: whether an APERAK is due (package {@code answer}). Source: APERAK message
 * descriptions 2.1i and 2.2, application handbooks 1.0 and 1.1.
 *
 * <p>Invariant: one APERAK answers one message; one interchange answers the messages of one
 * interchange. Messages are written in the version that their time of making asks for.
 *
 * {@snippet :
 * InterchangeHeader header = result.header().orElseThrow();
 * var writer = new AperakWriter(header, "A0000000000001", now);
 * for (MessageVerdict verdict : verdicts) {
 *   MessageFacts facts = verdict.facts();
 *   var answered = AnsweredMessage.of(header, facts.header(), facts.documentNumber());
 *   writer.add(
 *       verdict.accepted()
 *           ? AperakMessage.acknowledge(answered, nextNumber(), now)
 *           : AperakMessage.refuse(answered, nextNumber(), now, verdict.findings()));
 * }
 * byte[] aperak = writer.finish();
 * }
 *
 * <p>To read what a partner answers:
 *
 * {@snippet :
 * AperakReader.read(in, ReadOptions.DEFAULT, aperak ->
 *     aperak.message().ifPresent(message -> match(message.answered(), message)));
 * }
 */
@NullMarked
package org.nachbarstrom.edifact.core.aperak;

import org.jspecify.annotations.NullMarked;
