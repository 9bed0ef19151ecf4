/**
 * A trial's protocol as one document: what this service needs of it as checked values, the whole of
 * it as the canonical text that is digested, published and read by the other services. Also the
 * answers that such a protocol asks for.
 */
@NullMarked
package org.absentia.randomisation.protocol;

import org.jspecify.annotations.NullMarked;
