/**
 * PostgreSQL behind the ports of {@code trial}. Keys, salts and arms are sealed on their way in and
 * opened on their way out, here and nowhere else.
 */
@NullMarked
package org.absentia.randomisation.db;

import org.jspecify.annotations.NullMarked;
