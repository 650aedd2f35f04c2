/** Talking to the five services over their REST APIs. */
@NullMarked
package org.nachbarstrom.suite.client;

import org.jspecify.annotations.NullMarked;
