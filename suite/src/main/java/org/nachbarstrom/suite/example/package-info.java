/** The example community: its members and their quarter-hour values, made by a fixed rule. */
@NullMarked
package org.nachbarstrom.suite.example;

import org.jspecify.annotations.NullMarked;
