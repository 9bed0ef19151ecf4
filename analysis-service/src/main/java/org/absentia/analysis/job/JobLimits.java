package org.absentia.analysis.job;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many jobs there may be, how large, and how long they are remembered. */
@Singleton
class JobLimits {
  final int running;
  final int queued;
  final double mostWork;
  final double heldBytes;
  final Duration retention;

  JobLimits(
      @ConfigProperty(name = "absentia.statistics.jobs.running") int running,
      @ConfigProperty(name = "absentia.statistics.jobs.queued") int queued,
      @ConfigProperty(name = "absentia.statistics.jobs.work") double mostWork,
      @ConfigProperty(name = "absentia.statistics.jobs.held-share") double heldShare,
      @ConfigProperty(name = "absentia.statistics.jobs.retention") Duration retention) {
    this.running = running;
    this.queued = queued;
    this.mostWork = mostWork;
    this.heldBytes = heldShare * Runtime.getRuntime().maxMemory();
    this.retention = retention;
  }
}
