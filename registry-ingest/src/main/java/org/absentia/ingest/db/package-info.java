/**
 * PostgreSQL: records and persons by set-based SQL, since a batch of a thousand lines must be a
 * handful of statements; everything else as Panache rows. A row that must become an event is its
 * own outbox.
 */
@NullMarked
package org.absentia.ingest.db;

import org.jspecify.annotations.NullMarked;
