package org.absentia.ingest.record;

import static org.absentia.ingest.Samples.tree;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e-100000000",
        "1e2000000000",
        "-1e2000000000",
        "1e21",
        "1e-21",
        "12345678901234567890123456789012345678901"
      })
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
  void a_number_that_would_take_for_ever_to_write_out_is_a_fault(String number) {
    // Given
    Faults faults = new Faults();
    Fields fields = Fields.of(Map.of("n", new BigDecimal(number)), faults);

    // When
    fields.label("n");
    fields.integer("n", 0, 10);
    fields.percentage("n", 0, 100);
    fields.roundedPercentage("n", 0, 100);

    // Then
    assertThat(faults.list())
        .hasSize(4)
        .allSatisfy(fault -> assertThat(fault.pointer()).isEqualTo("/n"))
        .allSatisfy(fault -> assertThat(fault.detail()).contains("at most 40 digits"));
  }

  @Test
  void an_ordinary_number_is_read_however_it_is_written() {
    // Given
    Faults faults = new Faults();
    Fields fields = Fields.of(tree("{\"a\":5e1,\"b\":66.6666666666667,\"c\":50.00}"), faults);

    // Then
    assertThat(fields.integer("a", 0, 100)).contains(50L);
    assertThat(fields.roundedPercentage("b", 0, 100)).contains(new BigDecimal("66.67"));
    assertThat(fields.percentage("c", 0, 100)).isPresent();
    assertThat(faults.any()).isFalse();
  }
}
