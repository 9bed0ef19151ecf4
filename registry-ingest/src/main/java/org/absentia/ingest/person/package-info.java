/**
 * National identifiers: which texts are one, the pseudonym under which a person is looked up, and
 * the cipher under which the identifier itself is kept. No other package needs to see one in clear.
 */
@NullMarked
package org.absentia.ingest.person;

import org.jspecify.annotations.NullMarked;
