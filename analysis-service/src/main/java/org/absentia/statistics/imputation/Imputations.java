package org.absentia.statistics.imputation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.describe.Moments;

/** All imputations of a data set. */
public final class Imputations {
  private final Indexes rows;
  private final List<Gaps> gaps;
  private final List<Imputation> all;

  Imputations(Indexes rows, List<Gaps> gaps, List<Imputation> all) {
    this.rows = rows;
    this.gaps = gaps;
    this.all = all;
  }

  /** What was filled into a variable on average over the imputations. */
  public sealed interface Filled {
    String variable();

    /** How many gaps there were. */
    int n();

    /** Numbers; the standard deviation of one gap is {@code NaN}. */
    record Amounts(String variable, int n, double mean, double standardDeviation)
        implements Filled {}

    /** Categories with the percentage of each level. */
    record Shares(String variable, int n, List<String> levels, Vector percent) implements Filled {
      public Shares {
        levels = List.copyOf(levels);
      }
    }
  }

  /** The rows in which some variable was observed. */
  public Indexes rows() {
    return rows;
  }

  /** How many imputations there are. */
  public int count() {
    return all.size();
  }

  /** The names of the incomplete variables in the order in which they were visited. */
  public List<String> variables() {
    return gaps.stream().map(each -> each.variable().name()).toList();
  }

  /** The traces of an incomplete variable, one for each imputation. */
  public List<Trace> traces(String variable) {
    int place = variables().indexOf(variable);
    return all.stream().map(imputation -> imputation.traces().get(place)).toList();
  }

  /** What a reader must know, each once. */
  public List<String> notes() {
    return all.stream().flatMap(imputation -> imputation.notes().stream()).distinct().toList();
  }

  /** The incomplete columns of one imputation with their gaps filled. */
  public Map<String, Column> completed(int imputation) {
    Map<String, Column> completed = new LinkedHashMap<>();
    for (int i = 0; i < gaps.size(); i++) {
      Gaps each = gaps.get(i);
      Vector filled = all.get(imputation).filled().get(i);
      completed.put(
          each.variable().name(), each.variable().completed(each.missing().array(), filled));
    }
    return completed;
  }

  /** What was filled in, in the order in which the variables were visited. */
  public List<Filled> filled() {
    List<Filled> filled = new ArrayList<>();
    for (int i = 0; i < gaps.size(); i++) {
      int place = i;
      List<Vector> values = all.stream().map(one -> one.filled().get(place)).toList();
      filled.add(filled(gaps.get(i), values));
    }
    return filled;
  }

  private static Filled filled(Gaps gaps, List<Vector> values) {
    ChainVariable variable = gaps.variable();
    int n = gaps.missing().size();
    if (variable.categories().isEmpty()) {
      List<Moments> moments = values.stream().map(v -> Moments.of(Sample.of(v.array()))).toList();
      return new Filled.Amounts(
          variable.name(),
          n,
          mean(moments, Moments::mean),
          mean(moments, Moments::standardDeviation));
    }
    List<String> levels = variable.categories().get().levels();
    double[] percent =
        IntStream.range(0, levels.size())
            .mapToDouble(level -> mean(values, v -> 100.0 * count(v, level) / n))
            .toArray();
    return new Filled.Shares(variable.name(), n, levels, Vector.of(percent));
  }

  private static int count(Vector places, int level) {
    int count = 0;
    for (int i = 0; i < places.size(); i++) {
      count += places.at(i) == level ? 1 : 0;
    }
    return count;
  }

  private static <T> double mean(List<T> all, ToDoubleFunction<T> of) {
    return all.stream().mapToDouble(of).average().orElse(Double.NaN);
  }
}
