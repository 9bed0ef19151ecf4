package org.absentia.ingest.intake;

import java.util.function.Supplier;
import org.absentia.ingest.record.Reading;

/**
 * One message of a batch.
 *
 * @param line line of an NDJSON body or place in an array, from 1
 * @param reading what its reader made of it
 * @param raw the message as it came, for the quarantine
 */
public record Message(int line, Reading reading, Supplier<byte[]> raw) {}
