package org.absentia.suite.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.absentia.local.PortTaken;
import org.absentia.local.Ports;
import org.absentia.local.ProcessIdentity;
import org.absentia.suite.Component;

/** One run of {@code up}: first what the services stand on, then the services side by side. */
final class Startup {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(100);

  private final LocalInstallation installation;
  private final boolean terminal;
  private final Set<Component> wanted;

  Startup(LocalInstallation installation, boolean terminal, Set<Component> wanted) {
    this.installation = installation;
    this.terminal = terminal;
    this.wanted = wanted;
  }

  void run() {
    Set<Component> missing = EnumSet.copyOf(wanted);
    missing.removeAll(installation.running());
    requireFreePorts(missing);
    Set<Component> foundations = EnumSet.copyOf(wanted);
    foundations.removeAll(Component.SERVICES);
    Set<Component> services = EnumSet.copyOf(wanted);
    services.retainAll(Component.SERVICES);
    try (Progress progress = new Progress(terminal, wanted)) {
      bringUp(foundations, progress);
      bringUp(services, progress);
    }
  }

  /** Waits for a computation and throws what it threw. */
  static <T> T join(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("interrupted");
    }
  }

  /** Names every clash at once, before anything is started. */
  private void requireFreePorts(Set<Component> missing) {
    List<String> clashes = new ArrayList<>();
    for (Component component : missing) {
      if (component != Component.POSTGRES) { // it recognises a leftover of its own
        try {
          Ports.requireFree(component.label(), installation.port(component));
        } catch (PortTaken taken) {
          clashes.add(taken.getMessage() + "; to move it set " + component.portVariable());
        }
      }
    }
    if (!clashes.isEmpty()) {
      throw new LaunchFailure(String.join(System.lineSeparator(), clashes));
    }
  }

  /** The first failure ends the wait: the others are left to come up by themselves. */
  private void bringUp(Set<Component> components, Progress progress) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      CompletionService<Component> work = new ExecutorCompletionService<>(threads);
      for (Component component : components) {
        work.submit(() -> bringUp(component, progress), component);
      }
      for (int done = 0; done < components.size(); done++) {
        join(work.take());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("interrupted");
    } finally {
      threads.shutdownNow();
    }
  }

  private void bringUp(Component component, Progress progress) {
    try {
      Part part = installation.part(component);
      boolean ready = installation.processes().running(component).isPresent() && part.ready();
      if (ready) {
        progress.alreadyRunning(component);
        return;
      }
      progress.starting(component);
      awaitReady(part, processOf(part));
      part.complete();
      progress.ready(component);
    } catch (RuntimeException failure) {
      if (installation.interrupted()) {
        throw new LaunchFailure("interrupted");
      }
      progress.failed(component);
      throw failure;
    }
  }

  /** A process that an interrupted run started, or a new one. */
  private ProcessTable.Started processOf(Part part) {
    return installation
        .processes()
        .running(part.component())
        .map(
            run ->
                new ProcessTable.Started(
                    run.process(), new LogTail(installation.processes().log(part.component()), 0)))
        .orElseGet(
            () -> {
              part.prepare();
              return installation.start(part);
            });
  }

  private static void awaitReady(Part part, ProcessTable.Started started) {
    ProcessIdentity process = started.process();
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!part.ready()) {
      if (!process.alive()) {
        throw ProcessTable.died(part.component(), started.log());
      }
      if (System.nanoTime() > deadline) {
        throw new LaunchFailure(
            "%s is not ready after %d s; the end of %s:%n%s"
                .formatted(
                    part.component().label(),
                    LIMIT.toSeconds(),
                    started.log().file(),
                    started.log().read().indent(4)));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("interrupted");
    }
  }
}
