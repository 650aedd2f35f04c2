package org.nachbarstrom.edifact.core.mig;

import org.nachbarstrom.edifact.core.FindingCode;

/**
 * A segment that does not agree with its description.
 *
 * @param element element after the tag, from 1; 0 for the segment as a whole
 * @param component component of the element, from 1; 0 for the element as a whole
 * @param text one sentence for a person
 */
public record SegmentFault(FindingCode code, int element, int component, String text) {}
