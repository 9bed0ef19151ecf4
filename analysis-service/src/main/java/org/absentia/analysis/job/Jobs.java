package org.absentia.analysis.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.absentia.analysis.method.Call;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.problem.Trace;
import org.absentia.statistics.progress.Cancelled;
import org.absentia.statistics.progress.Progress;
import org.jboss.logging.Logger;

/** All jobs of this process. They belong to who submitted them and are nobody else's business. */
@ApplicationScoped
public class Jobs {
  private static final Logger LOG = Logger.getLogger(Jobs.class);
  private static final Duration RETRY = Duration.ofSeconds(30);
  private static final int BYTES_OF_ID = 16;

  private final Memory memory;
  private final JobLimits limits;
  private final Clock clock;
  private final ObjectMapper json;
  private final MeterRegistry meters;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Job> jobs = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor workers;
  private final ScheduledExecutorService forgetting;

  Jobs(Memory memory, JobLimits limits, Clock clock, ObjectMapper json, MeterRegistry meters) {
    this.memory = memory;
    this.limits = limits;
    this.clock = clock;
    this.json = json;
    this.meters = meters;
    this.workers =
        (ThreadPoolExecutor)
            Executors.newFixedThreadPool(
                limits.running, Thread.ofPlatform().daemon().name("statistics-job-", 0).factory());
    this.forgetting =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("statistics-jobs-end").factory());
    Gauge.builder("absentia.statistics.jobs.running", () -> count(JobState.RUNNING))
        .register(meters);
    Gauge.builder("absentia.statistics.jobs.queued", () -> count(JobState.QUEUED)).register(meters);
    Gauge.builder("absentia.statistics.jobs.held", this::heldBytes)
        .baseUnit("bytes")
        .register(meters);
  }

  private long count(JobState state) {
    return jobs.values().stream().filter(job -> job.state() == state).count();
  }

  private double heldBytes() {
    return jobs.values().stream().mapToDouble(Job::bytes).sum();
  }

  /**
   * Takes a request.
   *
   * @throws Problem 400 or 422 for the request, 429 when too many others wait
   */
  public synchronized Job.Status submit(String owner, String method, byte[] body) {
    if (count(JobState.QUEUED) >= limits.queued) {
      throw tooMany();
    }
    Call call = Call.read(method, body);
    call.requirePossible(limits.mostWork, memory.mostBytes());
    makeRoom(call.requestBytes());
    double held = heldBytes();
    if (held > 0 && held + call.requestBytes() > limits.heldBytes) {
      throw tooMany();
    }
    Job job = new Job(newId(), owner, call, clock.instant());
    jobs.put(job.id(), job);
    workers.execute(() -> work(job));
    return job.status();
  }

  private static Problem tooMany() {
    return Problem.of(429, "too-many-jobs", "As many jobs wait as may; ask again in a while.")
        .retryAfter(RETRY);
  }

  private String newId() {
    byte[] id = new byte[BYTES_OF_ID];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  private void work(Job job) {
    job.start(clock.instant())
        .ifPresent(
            call -> {
              compute(job, call);
              LOG.infof("event=job-ended method=%s state=%s", job.method(), job.state());
            });
    ended(job);
  }

  private void compute(Job job, Call call) {
    try {
      awaitMemory(job, call);
      try {
        byte[] answer = Progress.heard(job, () -> answer(call));
        job.done(answer, clock.instant());
      } finally {
        memory.giveBack(call.bytes());
      }
    } catch (Cancelled | InterruptedException stopped) {
      job.stopped(clock.instant());
    } catch (Problem problem) {
      job.failed(problem, clock.instant());
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError bug) {
      LOG.errorf("event=job-failed method=%s trace=%s", job.method(), Trace.of(bug));
      Problem problem =
          Problem.of(500, "internal-error", "The job failed; nothing of it was kept.");
      job.failed(problem, clock.instant());
    }
  }

  private void awaitMemory(Job job, Call call) throws InterruptedException {
    while (!memory.take(call.bytes(), Duration.ofMillis(500))) {
      job.check();
    }
  }

  private byte[] answer(Call call) {
    try {
      return json.writeValueAsBytes(call.answerAsJob());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void ended(Job job) {
    meters
        .counter(
            "absentia.statistics.jobs.ended", "method", job.method(), "state", job.state().name())
        .increment();
    makeRoom(0);
    forgetting.schedule(
        () -> jobs.remove(job.id()), limits.retention.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Forgets the oldest answers until there is room for more. */
  private synchronized void makeRoom(double bytes) {
    while (heldBytes() + bytes > limits.heldBytes) {
      Optional<Job> oldest =
          jobs.values().stream()
              .filter(job -> job.state().isEnd() && job.bytes() > 0)
              .sorted(
                  Comparator.comparing((Job job) -> job.status().endedAt().orElseThrow())
                      .reversed())
              .skip(1)
              .reduce((newer, older) -> older);
      if (oldest.isEmpty()) {
        return;
      }
      jobs.remove(oldest.get().id());
    }
  }

  /**
   * A job of this caller.
   *
   * @throws Problem 404 for any other
   */
  public Job find(String caller, String id) {
    Job job = jobs.get(id);
    if (job == null || !job.belongsTo(caller)) {
      throw Problem.notFound("There is no such job.");
    }
    return job;
  }

  /** Cancels a job; one that has ended is forgotten with its answer. */
  public void cancel(String caller, String id) {
    Job job = find(caller, id);
    if (job.state().isEnd()) {
      jobs.remove(id);
    } else {
      job.cancel(clock.instant());
    }
  }

  @PreDestroy
  void stop() {
    jobs.values().forEach(job -> job.cancel(clock.instant()));
    workers.shutdownNow();
    forgetting.shutdownNow();
    jobs.clear();
  }
}
