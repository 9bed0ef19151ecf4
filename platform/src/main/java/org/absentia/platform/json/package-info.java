/**
 * Reads untrusted JSON and names every fault by its JSON pointer, so that a sender can mend a whole
 * message at once.
 */
@NullMarked
package org.absentia.platform.json;

import org.jspecify.annotations.NullMarked;
