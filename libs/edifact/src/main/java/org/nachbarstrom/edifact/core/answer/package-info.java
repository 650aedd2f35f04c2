/**
 * Which answers an interchange gets, and until when.
 *
 * <p>Owns: when a CONTRL and when an APERAK is due ({@link
 * org.nachbarstrom.edifact.core.answer.AnswerRules}), the times they are due by ({@link
 * org.nachbarstrom.edifact.core.answer.DueTimes}), the working days of the German market ({@link
 * org.nachbarstrom.edifact.core.answer.GermanWorkingDays}) and the envelope that both answers share
 * ({@link org.nachbarstrom.edifact.core.answer.AnswerInterchange}). Does not own: what an answer
 * says (packages {@code contrl} and {@code aperak}), how it is sent.
 *
 * <p>Rules, from the CONTRL and APERAK application handbooks (1.0 and 1.1):
 *
 * <ul>
 *   <li>Gas: every interchange but a CONTRL is answered by a CONTRL, be it the receipt or the
 *       refusal. Electricity: only the refusal is sent, unless agreed otherwise with a partner.
 *   <li>Electricity: every message of an interchange with right syntax is answered by an APERAK
 *       (312 acknowledges, 313 refuses). Gas: only 313 is sent.
 *   <li>An APERAK is never answered by an APERAK, a CONTRL by nothing.
 *   <li>Between the sectors the recipient's sector decides.
 *   <li>CONTRL within six hours; APERAK for MSCONS by noon of the next working day.
 * </ul>
 *
 * <p>Times: due times are instants; working days and noon are those of Europe/Berlin.
 *
 * {@snippet :
 * var rules = new AnswerRules(new AnswerSettings(Sector.ELECTRICITY, false));
 * var due = new DueTimes(GermanWorkingDays.STANDARD);
 * InterchangeResult result = MsconsReader.read(in, options, handler);
 * switch (rules.contrl(result)) {
 *   case REFUSAL -> send(Contrl.refuse(result, reference, now), due.contrl(receivedAt));
 *   case RECEIPT -> send(Contrl.confirm(result, reference, now), due.contrl(receivedAt));
 *   case NONE -> {}
 * }
 * }
 */
@NullMarked
package org.nachbarstrom.edifact.core.answer;

import org.jspecify.annotations.NullMarked;
