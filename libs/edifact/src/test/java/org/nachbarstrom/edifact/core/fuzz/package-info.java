/** Random interchanges, from well-formed to hostile, and what must hold for each of them. */
@org.jspecify.annotations.NullMarked
package org.nachbarstrom.edifact.core.fuzz;
