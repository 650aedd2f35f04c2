/**
 * The embedded default and the command line: everything one machine needs to run Nachbarstrom with
 * nothing installed but a JDK and Node.js.
 *
 * <p>Owns: starting and stopping, the command line, the declaration file, the example community and
 * the independent verifier of booking proofs. Does not own: any rule of the five stages; the suite
 * knows the services only by their REST APIs.
 */
@NullMarked
package org.nachbarstrom.suite;

import org.jspecify.annotations.NullMarked;
