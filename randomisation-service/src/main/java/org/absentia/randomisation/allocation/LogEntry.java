package org.absentia.randomisation.allocation;

import org.absentia.randomisation.scheme.Hash;

/**
 * An entry of the log.
 *
 * @param canonical the entry as canonical JSON, the very text that is hashed
 * @param hash SHA-256 of the hash before it and the canonical entry
 */
public record LogEntry(long seq, String type, String canonical, Hash hash) {}
