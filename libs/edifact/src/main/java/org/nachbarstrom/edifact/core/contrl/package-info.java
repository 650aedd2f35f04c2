/**
 * CONTRL 2.0b, the answer about the syntax of an interchange: written and read.
 *
 * <p>Owns: which finding goes into which segment, the syntax error codes and where each may stand.
 * Does not own: whether a CONTRL is due (package {@code answer}). Source: CONTRL message
 * description 2.0b and application handbook 1.0.
 *
 * <p>To write, give {@link org.nachbarstrom.edifact.core.contrl.Contrl} what the reader found out
 * about an interchange:
 *
 * {@snippet :
 * byte[] contrl = Contrl.refuse(result, "C0000000000001", clock.instant());
 * }
 *
 * <p>To read what a partner answers:
 *
 * {@snippet :
 * ContrlReader.read(in, ReadOptions.DEFAULT, contrl ->
 *     contrl.message().ifPresent(message -> match(message.interchangeReference(), message)));
 * }
 */
@NullMarked
package org.nachbarstrom.edifact.core.contrl;

import org.jspecify.annotations.NullMarked;
