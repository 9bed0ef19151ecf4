/** Tests of the launcher against real processes. */
@NullMarked
package org.absentia.suite.launch;

import org.jspecify.annotations.NullMarked;
