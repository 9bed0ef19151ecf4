/**
 * Faults that a caller can act upon, and their answer as RFC 9457 problem+json. Nothing here ever
 * echoes a value that the caller sent.
 */
@NullMarked
package org.absentia.platform.problem;

import org.jspecify.annotations.NullMarked;
