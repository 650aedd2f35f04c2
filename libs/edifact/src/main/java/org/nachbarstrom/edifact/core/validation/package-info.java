/**
 * Checks a whole interchange and tells what is wrong with it; nothing is kept of the values. {@link
 * org.nachbarstrom.edifact.core.validation.InterchangeAnswers} makes the answers to it.
 */
@NullMarked
package org.nachbarstrom.edifact.core.validation;

import org.jspecify.annotations.NullMarked;
