package org.absentia.bench.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyBenchmarkTest {
  @Test
  void a_percentile_is_the_smallest_delay_that_so_many_percent_do_not_exceed() {
    List<Double> hundred = IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList();
    assertThat(LatencyBenchmark.percentile(hundred, 50)).isEqualTo(50);
    assertThat(LatencyBenchmark.percentile(hundred, 99)).isEqualTo(99);
    assertThat(LatencyBenchmark.percentile(List.of(7.0), 99)).isEqualTo(7);
    assertThat(LatencyBenchmark.percentile(List.of(7.0, 9.0), 99)).isEqualTo(9);
  }
}
