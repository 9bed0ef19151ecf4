package org.absentia.analysis.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Expression.Name;
import org.absentia.statistics.design.ModelFrame;

/**
 * The numbers of a variable in each group, in the rows that have both.
 *
 * @param used the number of these rows
 */
record GroupedSamples(List<Group> groups, int used, List<String> notes) {

  /** The numbers of one group; without a name where no group was asked for. */
  record Group(Optional<String> name, Sample sample) {
    /** The name as JSON has it for messages. */
    String label() {
      return name.map(n -> "group " + n).orElse("the data");
    }
  }

  GroupedSamples {
    groups = List.copyOf(groups);
    notes = List.copyOf(notes);
  }

  static GroupedSamples of(StatisticsRequest request, Expression variable, Optional<Name> group) {
    Map<Expression, String> uses = new LinkedHashMap<>();
    uses.put(variable, "/variable");
    group.ifPresent(name -> uses.putIfAbsent(name, "/group"));
    ModelFrame frame = ModelFrame.of(request.frame(), request.order(), uses);
    Vector values = frame.numbers(variable, "/variable");
    List<Group> groups = new ArrayList<>();
    if (group.isEmpty()) {
      groups.add(new Group(Optional.empty(), Sample.of(values.array())));
    } else {
      Factor factor = frame.factor(group.get(), request.order());
      List<Sample> samples = split(values, factor);
      for (int k = 0; k < samples.size(); k++) {
        groups.add(new Group(Optional.of(factor.levels().get(k)), samples.get(k)));
      }
    }
    List<String> notes = new ArrayList<>(frame.notes());
    notesOf(groups, notes);
    return new GroupedSamples(groups, frame.n(), notes);
  }

  /** The values of each level, in order of levels. */
  static List<Sample> split(Vector values, Factor factor) {
    double[][] byLevel = new double[factor.levels().size()][];
    int[] sizes = new int[byLevel.length];
    for (int row = 0; row < values.size(); row++) {
      sizes[factor.codes().at(row)]++;
    }
    for (int k = 0; k < byLevel.length; k++) {
      byLevel[k] = new double[sizes[k]];
    }
    for (int row = values.size() - 1; row >= 0; row--) {
      int k = factor.codes().at(row);
      byLevel[k][--sizes[k]] = values.at(row);
    }
    List<Sample> samples = new ArrayList<>();
    for (double[] level : byLevel) {
      samples.add(Sample.of(level));
    }
    return samples;
  }

  private static void notesOf(List<Group> groups, List<String> notes) {
    if (groups.isEmpty()) {
      notes.add("no row has both a value and a group");
    }
    for (Group group : groups) {
      Sample sample = group.sample;
      if (sample.n() == 0) {
        notes.add(group.label() + " has no values");
      } else if (sample.smallest() == sample.largest()) {
        notes.add(
            group.label() + (sample.n() == 1 ? " has a single value" : " has values all equal"));
      }
    }
  }

  /**
   * The numbers of two groups. A level whose rows all lack the variable is a group without values.
   *
   * @throws InputFault where the group has other than two levels
   */
  static GroupedSamples two(StatisticsRequest request, Expression variable, Name group) {
    GroupedSamples samples = of(request, variable, Optional.of(group));
    if (samples.groups.size() == 2) {
      return samples;
    }
    List<String> levels = levels(request, group);
    if (levels.size() != 2) {
      int found = Math.max(levels.size(), samples.groups.size());
      throw new InputFault("/group", "needs two levels, but the rows have " + found);
    }
    List<Group> both = new ArrayList<>();
    for (String level : levels) {
      Optional<String> name = Optional.of(level);
      both.add(
          samples.groups.stream()
              .filter(g -> g.name.equals(name))
              .findFirst()
              .orElse(new Group(name, Sample.of())));
    }
    List<String> notes = new ArrayList<>(samples.notes);
    notesOf(both, notes);
    return new GroupedSamples(both, samples.used, notes);
  }

  private static List<String> levels(StatisticsRequest request, Name group) {
    Indexes all = Indexes.of(IntStream.range(0, request.frame().rows()).toArray());
    return request
        .frame()
        .find(group.column())
        .map(column -> Factor.of(group.column(), column, request.order(), all).levels())
        .orElse(List.of());
  }
}
