package org.absentia.analysis.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Expression.Name;
import org.absentia.statistics.design.ModelFrame;
import org.absentia.statistics.survival.CensoredTimes;
import org.absentia.statistics.survival.Strata;

/**
 * What every survival method reads: the columns of times, events and strata.
 *
 * @param strata none where nothing is divided
 */
record FollowUps(Name time, Name event, List<Name> strata) {
  FollowUps {
    strata = List.copyOf(strata);
  }

  static FollowUps of(StatisticsRequest request) {
    return new FollowUps(request.column("time"), request.column("event"), List.of());
  }

  static FollowUps withStrata(StatisticsRequest request) {
    return new FollowUps(
        request.column("time"), request.column("event"), request.columns("strata"));
  }

  /** Each column with the option that names it. */
  Map<Expression, String> uses() {
    Map<Expression, String> uses = new LinkedHashMap<>();
    uses.put(time, "time");
    uses.put(event, "event");
    strata.forEach(stratum -> uses.put(stratum, "strata"));
    return uses;
  }

  /** The rows in which none of the columns is missing, each column with the option of it. */
  static ModelFrame completeRows(StatisticsRequest request, Map<Expression, String> uses) {
    Map<Expression, String> places = new LinkedHashMap<>();
    uses.forEach((use, option) -> places.put(use, "/" + option));
    return ModelFrame.of(request.frame(), request.order(), places);
  }

  CensoredTimes times(ModelFrame frame) {
    return new CensoredTimes(frame.numbers(time, "/time"), frame.numbers(event, "/event"));
  }

  Strata strata(StatisticsRequest request, ModelFrame frame) {
    List<Factor> factors =
        strata.stream().map(column -> frame.factor(column, request.order())).toList();
    return Strata.of(factors, frame.n());
  }
}
