package org.absentia.randomisation.questionnaire;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.absentia.platform.problem.Trace;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Trials;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks for reminders in every trial now and then. Replicas may do so at once. */
@ApplicationScoped
class RemindHourly {
  private static final Logger LOG = Logger.getLogger(RemindHourly.class);

  private final Trials trials;
  private final RaiseReminders raiseReminders;
  private final long firstAfter;
  private final long minutes;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("reminders").factory());

  RemindHourly(
      Trials trials,
      RaiseReminders raiseReminders,
      @ConfigProperty(name = "absentia.reminders.first-after-minutes", defaultValue = "1")
          long firstAfter,
      @ConfigProperty(name = "absentia.reminders.every-minutes", defaultValue = "60")
          long minutes) {
    this.trials = trials;
    this.raiseReminders = raiseReminders;
    this.firstAfter = firstAfter;
    this.minutes = minutes;
  }

  void start(@Observes StartupEvent started) {
    var _ = clockwork.scheduleWithFixedDelay(this::raiseAll, firstAfter, minutes, TimeUnit.MINUTES);
  }

  void stop(@Observes ShutdownEvent stopped) {
    clockwork.shutdownNow();
  }

  private void raiseAll() {
    try {
      QuarkusTransaction.requiringNew().call(trials::all).forEach(this::raise);
    } catch (RuntimeException trouble) {
      LOG.warnf("event=reminders-not-raised trace=%s", Trace.of(trouble));
    }
  }

  private void raise(Trial trial) {
    try {
      raiseReminders.raise(trial);
    } catch (RuntimeException trouble) {
      // one trial that cannot be read must not hold up the others
      LOG.warnf("event=reminders-not-raised trial=%s trace=%s", trial.id(), Trace.of(trouble));
    }
  }
}
