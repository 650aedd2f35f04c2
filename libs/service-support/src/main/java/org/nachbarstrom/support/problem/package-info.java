/** Rejections with stable codes and their RFC 9457 answers. */
@NullMarked
package org.nachbarstrom.support.problem;

import org.jspecify.annotations.NullMarked;
