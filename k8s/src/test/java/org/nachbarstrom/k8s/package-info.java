/** Tests that render the Helm charts with Helm itself and look at what would reach a cluster. */
@NullMarked
package org.nachbarstrom.k8s;

import org.jspecify.annotations.NullMarked;
