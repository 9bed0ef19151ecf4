package org.absentia.platform.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact on its way to Kafka, as a CloudEvent in binary mode.
 *
 * @param id identity of the fact row, sent as {@code ce_id}; the same at every repetition
 * @param topic topic, also the event's type
 * @param key record key; never a national identifier
 * @param partitionKey what decides the partition, so that order holds per participant or trial
 * @param time when the fact was recorded
 * @param payload JSON in UTF-8, or null for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // handed on unread; compared nowhere
public record OutgoingEvent(
    UUID id,
    String topic,
    String key,
    String partitionKey,
    Instant time,
    byte @Nullable [] payload) {}
