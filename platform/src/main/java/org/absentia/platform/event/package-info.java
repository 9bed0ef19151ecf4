/**
 * Facts leave through the relay (the fact row is its own outbox) and arrive through the inbox.
 * PostgreSQL's commit is the truth; delivery is at least once and consumers are idempotent.
 */
@NullMarked
package org.absentia.platform.event;

import org.jspecify.annotations.NullMarked;
