/**
 * Facts and outcomes in PostgreSQL. The commit is the truth: a fact and the note that its
 * participant must be recomputed are one transaction, and an outcome version is its own outbox.
 */
@NullMarked
package org.absentia.outcome.db;

import org.jspecify.annotations.NullMarked;
