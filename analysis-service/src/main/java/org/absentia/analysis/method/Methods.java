package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.problem.Problem;

/** All methods by name. */
public final class Methods {
  private static final List<Method> ALL =
      List.of(
          new DescribeMethod(),
          new MedianIntervalMethod(),
          new NormalityMethod(),
          new TTestMethod(),
          new RankSumMethod(),
          new ContingencyMethod(),
          new BootstrapMethod(),
          new CumulativeMedianMethod(),
          new SampleSizeMethod(),
          new LinearRegressionMethod(),
          new RobustRegressionMethod(),
          new LogisticRegressionMethod(),
          new MultinomialRegressionMethod(),
          new OrdinalRegressionMethod(),
          new ModerationMethod(),
          new PoolMethod(),
          new MultipleImputationMethod(),
          new KaplanMeierMethod(),
          new LogRankMethod(),
          new CoxMethod(),
          new MixedModelMethod());

  private Methods() {}

  /** The names of all methods. */
  public static List<String> names() {
    return ALL.stream().map(Method::name).toList();
  }

  static Optional<Method> named(String name) {
    return ALL.stream().filter(method -> method.name().equals(name)).findFirst();
  }

  /**
   * Answers a request as a call that waits for it.
   *
   * @throws Problem 400 for a method that is not there or a request that makes no sense, 422 for
   *     one that would take too long
   */
  public static ObjectNode answer(String name, byte[] body) {
    Call call = Call.read(name, body);
    call.requireWithin(Call.WORK_OF_A_CALL, Double.POSITIVE_INFINITY);
    return call.answer();
  }
}
