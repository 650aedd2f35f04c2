@NullMarked
package org.nachbarstrom.suite.example;

import org.jspecify.annotations.NullMarked;
