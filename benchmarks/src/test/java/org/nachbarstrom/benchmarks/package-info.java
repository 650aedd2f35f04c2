@NullMarked
package org.nachbarstrom.benchmarks;

import org.jspecify.annotations.NullMarked;
