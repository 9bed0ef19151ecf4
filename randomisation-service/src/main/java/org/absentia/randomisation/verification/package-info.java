/**
 * Checks the bundle that a trial publishes after its data were locked: re-derives every allocation
 * from the opened key and names each fault with its place. It needs no service and no database, so
 * that an auditor can run it on a laptop.
 */
@NullMarked
package org.absentia.randomisation.verification;

import org.jspecify.annotations.NullMarked;
