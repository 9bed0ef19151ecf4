package org.absentia.analysis.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.absentia.analysis.job.Job;
import org.absentia.analysis.job.JobState;
import org.absentia.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A job as its owner sees it.
 *
 * @param problem why it failed, as problem+json
 */
record JobView(
    String id,
    String method,
    JobState state,
    ProgressView progress,
    Instant submittedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Object> problem,
    Links links) {

  /**
   * How far it is.
   *
   * @param of null where nobody knows how many steps there will be
   */
  record ProgressView(long done, @Nullable Long of, @Nullable String unit) {}

  record Links(String self, String result) {}

  static JobView of(Job.Status job) {
    String self = "/statistics/jobs/" + job.id();
    return new JobView(
        job.id(),
        job.method(),
        job.state(),
        new ProgressView(
            job.progress().done(),
            job.progress().of().orElse(null),
            job.progress().unit().orElse(null)),
        job.submittedAt(),
        job.startedAt().orElse(null),
        job.endedAt().orElse(null),
        job.problem().map(Problem::body).orElse(null),
        new Links(self, self + "/result"));
  }
}
