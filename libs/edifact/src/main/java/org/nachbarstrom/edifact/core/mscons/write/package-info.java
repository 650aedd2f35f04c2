/**
 * Writes MSCONS of versions 2.4c and 2.5: load profiles (13025, 13018, 13027), readings (13017,
 * 13002), energy quantities (13019) and cancellations (13006).
 *
 * <p>Content is the same as {@link org.nachbarstrom.edifact.core.mscons.MsconsReader} gives; what
 * is written is read as the same again. For example the load profile of a day:
 *
 * <pre>{@code
 * MsconsHead head = MsconsKind.MARKET_LOCATION_PROFILE.head("DOC1", now, sender, recipient);
 * MeteredObject location = new MeteredObject(Kind.MARKET_LOCATION, "51238696781");
 * RegisterSeries series =
 *     RegisterSeries.of(ObisCode.parse("1-1:1.29.0"), day, energies, qualities);
 * LoadProfile profile = new LoadProfile(head, location, day, List.of(series));
 * InterchangeEnvelope envelope =
 *     InterchangeEnvelope.mscons(ApplicationReference.TIME_SERIES, sender, recipient, now);
 * MemoryTarget target = new MemoryTarget();
 * try (MsconsWriter writer = new MsconsWriter(envelope, references, DEFAULT, target)) {
 *   switch (writer.add(profile)) {
 *     case WriteOutcome.Written written -> log(written.messageReference());
 *     case WriteOutcome.Refused refused -> show(refused.findings());
 *     case WriteOutcome.TooLarge tooLarge -> show(tooLarge);
 *   }
 *   for (WrittenInterchange interchange : writer.finish()) {
 *     store(interchange.fileName().toString(), target.bytes(interchange));
 *   }
 * }
 * }</pre>
 *
 * <p>Owns: segments, their order, and what the application handbook allows a sender to say. Does
 * not own: whether a partner may get it, and the store of references. Times are UTC; the version
 * follows from the message time unless {@link
 * org.nachbarstrom.edifact.core.mscons.MsconsHead#withVersion} says otherwise.
 */
@NullMarked
package org.nachbarstrom.edifact.core.mscons.write;

import org.jspecify.annotations.NullMarked;
