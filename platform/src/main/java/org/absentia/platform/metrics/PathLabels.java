package org.absentia.platform.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps ids and whatever else a caller writes into a path out of the metrics. A request that is
 * refused before an operation was found for it has no template, and would be counted under its path
 * as it came.
 */
@ApplicationScoped
class PathLabels {
  static final String UNMATCHED = "UNMATCHED";

  private static final Set<String> REFUSED_BEFORE_AN_OPERATION =
      Set.of("400", "401", "405", "406", "413", "415");

  @Produces
  @Singleton
  MeterFilter onlyTemplates() {
    return new MeterFilter() {
      @Override
      public Meter.Id map(Meter.Id id) {
        return id.getName().startsWith("http.server") && mayTell(id)
            ? id.withTag(Tag.of("uri", UNMATCHED))
            : id;
      }
    };
  }

  private static boolean mayTell(Meter.Id id) {
    @Nullable String status = id.getTag("status");
    @Nullable String uri = id.getTag("uri");
    return status != null
        && REFUSED_BEFORE_AN_OPERATION.contains(status)
        && uri != null
        && uri.startsWith("/")
        && uri.indexOf('{') < 0;
  }
}
