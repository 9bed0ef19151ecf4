/**
 * The plumbing that the four services share: problem answers, reading JSON with every fault named,
 * the relay of facts to Kafka, the inbox, roles and trial scope. It knows no domain; a rule about
 * trials, records or statistics belongs in the service that owns it.
 */
@NullMarked
package org.absentia.platform;

import org.jspecify.annotations.NullMarked;
