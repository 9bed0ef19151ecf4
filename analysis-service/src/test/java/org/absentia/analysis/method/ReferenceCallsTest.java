package org.absentia.analysis.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every method against R, Stata's formulas and NIST, through the call that a client makes. */
class ReferenceCallsTest {
  @TestFactory
  Stream<DynamicTest> every_answer_holds_the_reference_values() {
    return ReferenceCalls.cases()
        .map(
            reference ->
                DynamicTest.dynamicTest(
                    reference.path("id").asText(),
                    () -> assertThat(ReferenceCalls.faults(reference)).isEmpty()));
  }
}
