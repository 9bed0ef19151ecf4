/**
 * The canonical registry records: five types, their periods and versions, read from plain JSON
 * trees with every fault named by its pointer, and written back in one form only, so that equal
 * content has an equal digest. Plain Java: what a record is does not depend on how it came or where
 * it is kept.
 */
@NullMarked
package org.absentia.ingest.record;

import org.jspecify.annotations.NullMarked;
