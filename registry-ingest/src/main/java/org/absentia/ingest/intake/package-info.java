/**
 * The use cases: taking in records and persons, opening trials, listing candidates, releasing the
 * records of participants and ending it; and the ports that they need. They decide what happens in
 * one transaction.
 */
@NullMarked
package org.absentia.ingest.intake;

import org.jspecify.annotations.NullMarked;
