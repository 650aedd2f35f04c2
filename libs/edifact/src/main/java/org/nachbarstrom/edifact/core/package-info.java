/**
 * EDIFACT for the German energy market, without any framework.
 *
 * <p>Ways in, from the most convenient to the lowest:
 *
 * <ul>
 *   <li>{@link org.nachbarstrom.edifact.core.validation.InterchangeValidation#validate} checks a
 *       whole interchange and tells what is wrong with it;
 *   <li>{@link org.nachbarstrom.edifact.core.mscons.MsconsReader} reads load profiles message by
 *       message, holding one message in memory;
 *   <li>{@link org.nachbarstrom.edifact.core.interchange.InterchangeReader} checks the service
 *       segments around messages of any type;
 *   <li>{@link org.nachbarstrom.edifact.core.syntax.SegmentReader} gives segments;
 *   <li>{@link org.nachbarstrom.edifact.core.mscons.write.MsconsWriter} writes MSCONS from the same
 *       content that the reader gives, {@link
 *       org.nachbarstrom.edifact.core.interchange.InterchangeWriter} puts messages of any type into
 *       interchanges, {@link org.nachbarstrom.edifact.core.syntax.SegmentWriter} writes segments;
 *   <li>{@link org.nachbarstrom.edifact.core.answer.AnswerRules} says which answers are due and
 *       {@link org.nachbarstrom.edifact.core.answer.DueTimes} until when;
 *   <li>{@link org.nachbarstrom.edifact.core.contrl.Contrl} answers the syntax of an interchange,
 *       {@link org.nachbarstrom.edifact.core.aperak.AperakWriter} what its messages say; {@link
 *       org.nachbarstrom.edifact.core.contrl.ContrlReader} and {@link
 *       org.nachbarstrom.edifact.core.aperak.AperakReader} read the answers of partners.
 * </ul>
 *
 * <p>This package has what all of them share: what can be wrong ({@link
 * org.nachbarstrom.edifact.core.FindingCode}), where ({@link
 * org.nachbarstrom.edifact.core.Position}) and the reading options.
 */
@NullMarked
package org.nachbarstrom.edifact.core;

import org.jspecify.annotations.NullMarked;
