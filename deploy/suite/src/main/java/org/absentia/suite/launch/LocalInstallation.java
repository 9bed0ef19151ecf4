package org.absentia.suite.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.absentia.local.Directories;
import org.absentia.local.Secrets;
import org.absentia.local.TokenMint;
import org.absentia.suite.Component;
import org.absentia.suite.ComponentStatus;
import org.absentia.suite.ComponentStatus.State;
import org.absentia.suite.Installation;

/** The installation that {@code ./absentia} handles, in one directory of this machine. */
public final class LocalInstallation implements Installation {
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final Settings settings;
  private final ProcessTable processes;
  private final Parts parts;
  private final EnumSet<Component> startedHere = EnumSet.noneOf(Component.class);
  private boolean interrupted;

  /** Opens the installation that the settings describe; nothing is started yet. */
  public LocalInstallation(Settings settings) {
    this.settings = settings;
    this.processes = new ProcessTable(settings.home(), GRACE);
    this.parts = new Parts(settings, this::port);
  }

  @Override
  public URI address(Component component) {
    return URI.create("http://127.0.0.1:" + port(component));
  }

  @Override
  public String kafka() {
    return parts.kafka();
  }

  @Override
  public String token(String role, String... trials) {
    Secrets keys = new Secrets(settings.home().resolve("issuer"));
    return new TokenMint(parts.issuer(), keys).accessToken(role, List.of(trials));
  }

  @Override
  public Path home() {
    return settings.home();
  }

  @Override
  public Path logs() {
    return processes.logDirectory();
  }

  @Override
  public void up(Component... components) {
    Set<Component> wanted = withNeeds(components);
    try (WorkLock lock = WorkLock.take(home())) {
      new Startup(this, settings.terminal(), wanted).run();
    }
  }

  @Override
  public void down() {
    try (WorkLock lock = WorkLock.take(home())) {
      stop(EnumSet.allOf(Component.class));
      // a server whose run file was lost
      parts.postgres().stop();
    }
  }

  @Override
  public void kill(Component component) {
    processes.kill(component);
  }

  @Override
  public void rebuild(Component component) {
    if (component != Component.OUTCOME_SERVICE) {
      throw new IllegalArgumentException(
          component.label() + " holds what nobody else has; only outcome-service can be rebuilt");
    }
    up(component);
    try (WorkLock lock = WorkLock.take(home())) {
      stopOne(component);
      parts.postgres().emptyDatabase("outcome");
    }
    up(component);
  }

  @Override
  public Set<Component> running() {
    Set<Component> running = EnumSet.noneOf(Component.class);
    for (Component component : Component.values()) {
      processes.running(component).ifPresent(run -> running.add(component));
    }
    return running;
  }

  @Override
  public List<ComponentStatus> status() {
    return inParallel(List.of(Component.values()), this::status);
  }

  @Override
  public void erase() {
    down();
    try {
      for (String directory : List.of("postgres", "kafka", "run", "log")) {
        Directories.delete(home().resolve(directory));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot delete the data in " + home(), failed);
    }
  }

  /** Stops what this object started, and starts nothing any more; called on Ctrl-C. */
  public void abandon() {
    Set<Component> ours;
    synchronized (this) {
      interrupted = true;
      ours = startedHere.clone();
    }
    stop(ours);
  }

  /** Tells whether Ctrl-C came; whatever fails from then on was stopped by us. */
  synchronized boolean interrupted() {
    return interrupted;
  }

  Part part(Component component) {
    return parts.of(component);
  }

  ProcessTable processes() {
    return processes;
  }

  /** A running component's port is where it listens; otherwise it is the one asked for. */
  int port(Component component) {
    return processes
        .running(component)
        .map(RunFile::port)
        .orElseGet(() -> settings.ports().getOrDefault(component, component.defaultPort()));
  }

  /** Starts a process unless Ctrl-C came in between; remembers that it is this run's. */
  synchronized ProcessTable.Started start(Part part) {
    if (interrupted) {
      throw new LaunchFailure("interrupted");
    }
    startedHere.add(part.component());
    return processes.start(part, port(part.component()));
  }

  private void stop(Set<Component> chosen) {
    Set<Component> services = EnumSet.copyOf(chosen);
    services.retainAll(Component.SERVICES);
    inParallel(services, this::stopOne);
    List<Component> foundations = new ArrayList<>(chosen);
    foundations.removeAll(Component.SERVICES);
    foundations.reversed().forEach(this::stopOne);
  }

  private Component stopOne(Component component) {
    if (processes.running(component).isPresent()) {
      processes.stop(component, part(component).stopSignal());
    } else {
      processes.forget(component);
    }
    return component;
  }

  private ComponentStatus status(Component component) {
    Optional<RunFile> run = processes.running(component);
    Optional<ProcessHandle> process = run.flatMap(found -> found.process().handle());
    if (run.isEmpty() || process.isEmpty()) {
      return new ComponentStatus(
          component, OptionalLong.empty(), port(component), State.DOWN, Duration.ZERO, 0);
    }
    return new ComponentStatus(
        component,
        OptionalLong.of(process.get().pid()),
        run.get().port(),
        part(component).ready() ? State.READY : State.NOT_READY,
        Duration.between(run.get().process().startedAt(), Instant.now()),
        Memory.of(process.get()));
  }

  private static Set<Component> withNeeds(Component... components) {
    Set<Component> wanted = EnumSet.allOf(Component.class);
    if (components.length > 0) {
      wanted.retainAll(Arrays.asList(components));
      for (Component component : components) {
        wanted.addAll(component.needs());
      }
    }
    return wanted;
  }

  private static <A, B> List<B> inParallel(
      Collection<A> items, java.util.function.Function<A, B> work) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<B>> futures = new ArrayList<>();
      items.forEach(item -> futures.add(threads.submit(() -> work.apply(item))));
      return futures.stream().map(Startup::join).toList();
    }
  }
}
