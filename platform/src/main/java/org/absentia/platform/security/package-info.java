/** The roles of contracts and tokens, and the check that a token covers the trial it asks about. */
@NullMarked
package org.absentia.platform.security;

import org.jspecify.annotations.NullMarked;
