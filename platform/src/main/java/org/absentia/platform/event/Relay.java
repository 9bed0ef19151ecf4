package org.absentia.platform.event;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.absentia.platform.problem.Trace;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends unpublished facts to Kafka in the order in which they were recorded. One relay per service
 * leads, held by a PostgreSQL advisory lock: several would lose the order. A crash between sending
 * and marking repeats an event, which consumers must bear.
 */
@ApplicationScoped
public class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final int BATCH = 500;
  private static final long LOCK = 0x4142_5345_4E54_4941L; // "ABSENTIA"
  private static final long AFTER_TROUBLE_MILLIS = 1_000;
  private static final Duration LONGEST_SEND = Duration.ofSeconds(60);

  private final AgroalDataSource dataSource;
  private final List<Outbox> outboxes;
  private final EventPublisher publisher;
  private final TransactionSynchronizationRegistry transactions;
  private final long pollMillis;
  private final long gatherMillis;
  private final Semaphore work = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "relay");
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean stopping;

  Relay(
      AgroalDataSource dataSource,
      @All List<Outbox> outboxes,
      EventPublisher publisher,
      TransactionSynchronizationRegistry transactions,
      @ConfigProperty(name = "absentia.relay.poll-millis", defaultValue = "200") long pollMillis,
      @ConfigProperty(name = "absentia.relay.gather-millis", defaultValue = "0")
          long gatherMillis) {
    this.dataSource = dataSource;
    this.outboxes = outboxes.stream().sorted(Comparator.comparingInt(Outbox::order)).toList();
    this.publisher = publisher;
    this.transactions = transactions;
    this.pollMillis = pollMillis;
    this.gatherMillis = gatherMillis;
  }

  /** Makes the relay look at once, or after the commit of the transaction in progress. */
  public void wake() {
    if (transactions.getTransactionKey() == null) {
      work.release();
      return;
    }
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // only the commit matters
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              work.release();
            }
          }
        });
  }

  void start(@Observes StartupEvent started) {
    if (!outboxes.isEmpty()) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent ending) throws InterruptedException {
    stopping = true;
    stopped.countDown();
    work.release();
    thread.join(5_000);
  }

  private void run() {
    while (!stopping) {
      try (Connection leadership = dataSource.getConnection()) {
        lead(leadership);
      } catch (SQLException | RuntimeException trouble) {
        if (!stopping) {
          LOG.warnf("event=relay-interrupted cause=%s", trouble.getClass().getSimpleName());
        }
      }
      pause(500);
    }
  }

  private void lead(Connection leadership) throws SQLException {
    if (!locked(leadership)) {
      return;
    }
    try {
      while (!stopping && leadership.isValid(5)) {
        int sent = publishAll();
        if (sent == 0) {
          pause(pollMillis);
        } else if (sent < BATCH) {
          gather();
        }
      }
    } finally {
      unlock(leadership);
    }
  }

  private int publishAll() {
    int sent = 0;
    for (Outbox outbox : outboxes) {
      try {
        sent += publish(outbox);
      } catch (RuntimeException trouble) {
        // one fact that cannot be sent must not hold up the other tables
        LOG.errorf("event=facts-not-sent outbox=%s trace=%s", nameOf(outbox), Trace.of(trouble));
        pause(AFTER_TROUBLE_MILLIS);
      }
    }
    return sent;
  }

  private int publish(Outbox outbox) {
    List<OutgoingEvent> events =
        QuarkusTransaction.requiringNew().call(() -> outbox.unpublished(BATCH));
    if (events.isEmpty()) {
      return 0;
    }
    List<Uni<Void>> sends = events.stream().map(publisher::send).toList();
    Uni.join().all(sends).andCollectFailures().await().atMost(LONGEST_SEND);
    QuarkusTransaction.requiringNew()
        .run(() -> outbox.markPublished(events.stream().map(OutgoingEvent::id).toList()));
    return events.size();
  }

  private static String nameOf(Outbox outbox) {
    return ClientProxy.unwrap(outbox).getClass().getSimpleName();
  }

  private static boolean locked(Connection connection) throws SQLException {
    try (var ask = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      ask.setLong(1, LOCK);
      try (var answer = ask.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  private static void unlock(Connection connection) throws SQLException {
    if (connection.isClosed()) {
      return;
    }
    try (var ask = connection.prepareStatement("select pg_advisory_unlock(?)")) {
      ask.setLong(1, LOCK);
      ask.execute();
    }
  }

  /** Lets the next pass over all outboxes send what many commits have recorded, if it may wait. */
  private void gather() {
    try {
      boolean _ = stopped.await(gatherMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      stopping = true;
      Thread.currentThread().interrupt();
    }
  }

  private void pause(long millis) {
    try {
      if (work.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        work.drainPermits();
      }
    } catch (InterruptedException interrupted) {
      stopping = true;
      Thread.currentThread().interrupt();
    }
  }
}
