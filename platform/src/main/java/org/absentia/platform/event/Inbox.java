package org.absentia.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.problem.Trace;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Applies an incoming message in one transaction. A message that cannot be understood is thrown on,
 * so that the connector sends it to the dead-letter topic and carries on; when the database or the
 * broker is away the message is tried again until they are back, so that an outage loses nothing.
 */
@ApplicationScoped
public class Inbox {
  private static final Logger LOG = Logger.getLogger(Inbox.class);
  private static final int TRIES_FOR_A_BUG = 5;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  /** SQLSTATE classes that pass: connection, resources, shutdown, rollback, lock, I/O. */
  private static final Set<String> PASSING = Set.of("08", "53", "57", "40", "55", "58");

  private static final Duration LONGEST_SEND = Duration.ofSeconds(60);

  private final EventPublisher publisher;
  private final CountDownLatch stopping = new CountDownLatch(1);

  Inbox(EventPublisher publisher) {
    this.publisher = publisher;
  }

  /** Applies a JSON message; a tombstone (null value) is malformed here. */
  public void receive(ConsumerRecord<String, byte @Nullable []> message, Consumer<JsonNode> apply) {
    receive(
        message,
        apply,
        key -> {
          throw new MalformedMessage("a value is needed; this topic knows no tombstones");
        });
  }

  /** Applies a JSON message, or a tombstone by its key. */
  public void receive(
      ConsumerRecord<String, byte @Nullable []> message,
      Consumer<JsonNode> apply,
      Consumer<String> applyTombstone) {
    byte[] value = message.value();
    if (value == null) {
      persist(() -> applyTombstone.accept(message.key()));
      return;
    }
    JsonNode json = parsed(value);
    persist(() -> apply.accept(json));
  }

  /**
   * Applies messages that came together in one transaction, and only if that is refused each in one
   * of its own. What cannot be understood is on the dead-letter topic when this returns: a batch
   * has one acknowledgement, and the connector would send all of it there.
   *
   * @param reading understands one message
   * @param apply applies what was understood, in the order of the topic
   */
  public <T> void receiveAll(
      ConsumerRecords<String, byte @Nullable []> messages,
      Function<ConsumerRecord<String, byte @Nullable []>, T> reading,
      Consumer<List<T>> apply) {
    List<Understood<T>> understood = new ArrayList<>();
    for (ConsumerRecord<String, byte @Nullable []> message : messages) {
      understandOrBury(
          message, () -> understood.add(new Understood<>(message, reading.apply(message))));
    }
    try {
      persist(() -> apply.accept(understood.stream().map(Understood::content).toList()));
    } catch (MalformedMessage refused) {
      understood.forEach(
          one ->
              understandOrBury(
                  one.message(), () -> persist(() -> apply.accept(List.of(one.content())))));
    }
  }

  private record Understood<T>(ConsumerRecord<String, byte @Nullable []> message, T content) {}

  private void understandOrBury(
      ConsumerRecord<String, byte @Nullable []> message, Runnable understanding) {
    try {
      understanding.run();
    } catch (MalformedMessage malformed) {
      bury(message, malformed);
    }
  }

  private void bury(ConsumerRecord<String, byte @Nullable []> message, MalformedMessage reason) {
    for (int attempt = 1; ; attempt++) {
      try {
        publisher.sendDeadLetter(message, reason).await().atMost(LONGEST_SEND);
        return;
      } catch (RuntimeException away) {
        LOG.warnf(
            "event=dead-letter-retried attempt=%d cause=%s",
            attempt, away.getClass().getSimpleName());
        pause(attempt);
      }
    }
  }

  /** Runs work in a transaction of its own, again and again while the database is away. */
  public void persist(Runnable work) {
    for (int attempt = 1; ; attempt++) {
      try {
        QuarkusTransaction.requiringNew().run(work);
        return;
      } catch (MalformedMessage malformed) {
        throw malformed;
      } catch (Problem refused) {
        throw refused.faults().isEmpty()
            ? new MalformedMessage(refused.detail())
            : new MalformedMessage(refused.faults());
      } catch (RuntimeException trouble) {
        if (!passes(trouble) && attempt >= TRIES_FOR_A_BUG) {
          LOG.errorf("event=message-failed attempts=%d trace=%s", attempt, Trace.of(trouble));
          throw new MalformedMessage("could not be applied: " + trouble.getClass().getSimpleName());
        }
        LOG.infof(
            "event=message-retried attempt=%d cause=%s",
            attempt, trouble.getClass().getSimpleName());
        pause(attempt);
      }
    }
  }

  void stop(@Observes ShutdownEvent stopped) {
    stopping.countDown();
  }

  /** Parses the value of a message. */
  public static JsonNode parsed(byte[] value) {
    try {
      return JsonReader.parse(value);
    } catch (Problem malformed) {
      throw new MalformedMessage(malformed.faults());
    }
  }

  private static boolean passes(Throwable trouble) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null || PASSING.contains(state.substring(0, 2));
      }
    }
    return false;
  }

  private void pause(int attempt) {
    long millis = Math.min(LONGEST_PAUSE_MILLIS, 100L << Math.min(attempt, 6));
    try {
      if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("stopping; the message stays uncommitted");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted; the message stays uncommitted", interrupted);
    }
  }
}
