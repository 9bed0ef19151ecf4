/**
 * {@code ./absentia verify}: checks bundles and vectors on any machine, without the service, its
 * database or its keys.
 */
@NullMarked
package org.absentia.randomisation.console;

import org.jspecify.annotations.NullMarked;
