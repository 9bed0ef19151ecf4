/**
 * What must rest unreadable in the database: keys, salts and arms that were drawn. Each value is
 * encrypted under a data key of its own, and the data key under a key-encryption key that the
 * database never sees.
 */
@NullMarked
package org.absentia.randomisation.seal;

import org.jspecify.annotations.NullMarked;
