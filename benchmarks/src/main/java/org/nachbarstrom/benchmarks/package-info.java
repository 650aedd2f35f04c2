/**
 * JMH benchmarks of the parts that touch every value or booking, each beside a reference that does
 * the same work in the same run. Only ratios travel between machines; absolute figures do not.
 */
@NullMarked
package org.nachbarstrom.benchmarks;

import org.jspecify.annotations.NullMarked;
