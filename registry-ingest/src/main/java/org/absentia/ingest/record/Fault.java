package org.absentia.ingest.record;

/**
 * One thing that is wrong with a message.
 *
 * @param pointer JSON pointer (or the path of XML elements in the same form) to the faulty member
 * @param detail what is wrong and what is expected; never the value itself
 */
public record Fault(String pointer, String detail) {}
