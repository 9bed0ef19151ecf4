package org.absentia.statistics.survival;

import java.util.Arrays;
import org.absentia.statistics.data.Indexes;

/**
 * Rows sorted by stratum, within a stratum by time, at one time events before censorings. A place
 * is a position in this order; a moment is a distinct time of a stratum, numbered through all of
 * them. Who stands at a moment or at a later one of its stratum is at risk there.
 */
final class RiskSets {
  private final int[] order;
  private final double[] times;
  private final int[] starts;
  private final int[] events;
  private final int[] strata;

  private RiskSets(int[] order, double[] times, int[] starts, int[] events, int[] strata) {
    this.order = order;
    this.times = times;
    this.starts = starts;
    this.events = events;
    this.strata = strata;
  }

  static RiskSets of(CensoredTimes data, Strata strata) {
    return of(data, strata.codes(), strata.count());
  }

  /** The risk sets of parts of the data, given by a code from 0 on for each row. */
  static RiskSets of(CensoredTimes data, Indexes codes, int count) {
    int[] order = StableOrder.by(data.times().array(), eventsFirst(data));
    if (count > 1) {
      order = StableOrder.by(codes.array(), count, order);
    }
    return of(data, codes.array(), count, order);
  }

  private static RiskSets of(CensoredTimes data, int[] codes, int count, int... order) {
    int n = order.length;
    double[] times = new double[n];
    int[] starts = new int[n + 1];
    int[] events = new int[n];
    int[] strata = new int[count + 1];
    int moments = 0;
    for (int place = 0; place < n; place++) {
      int row = order[place];
      double time = data.times().at(row);
      boolean another = place == 0 || codes[row] != codes[order[place - 1]];
      if (another || time != times[moments - 1]) {
        times[moments] = time;
        starts[moments] = place;
        moments++;
      }
      events[moments - 1] += data.isEvent(row) ? 1 : 0;
      strata[codes[row] + 1] = moments;
    }
    starts[moments] = n;
    for (int stratum = 1; stratum <= count; stratum++) {
      strata[stratum] = Math.max(strata[stratum], strata[stratum - 1]);
    }
    return new RiskSets(
        order,
        Arrays.copyOf(times, moments),
        Arrays.copyOf(starts, moments + 1),
        Arrays.copyOf(events, moments),
        strata);
  }

  private static int[] eventsFirst(CensoredTimes data) {
    int[] rows = new int[data.n()];
    int next = 0;
    for (int kind = 1; kind >= 0; kind--) {
      for (int row = 0; row < rows.length; row++) {
        if (data.events().at(row) == kind) {
          rows[next++] = row;
        }
      }
    }
    return rows;
  }

  /** How many rows. */
  int n() {
    return order.length;
  }

  /** The row at each place; not to be written to. */
  int[] order() {
    return order;
  }

  /** How many strata. */
  int count() {
    return strata.length - 1;
  }

  /** How many moments all strata have. */
  int moments() {
    return times.length;
  }

  /** The first moment of a stratum. */
  int first(int stratum) {
    return strata[stratum];
  }

  /** The first moment after a stratum. */
  int end(int stratum) {
    return strata[stratum + 1];
  }

  /** The first moment of a stratum with an event; its end if there is none. */
  int firstEvent(int stratum) {
    int moment = first(stratum);
    while (moment < end(stratum) && events[moment] == 0) {
      moment++;
    }
    return moment;
  }

  double time(int moment) {
    return times[moment];
  }

  /** The first place of a moment; its events come first. */
  int start(int moment) {
    return starts[moment];
  }

  /** The first place after a moment. */
  int stop(int moment) {
    return starts[moment + 1];
  }

  int events(int moment) {
    return events[moment];
  }

  /** How many are at risk at a moment of a stratum. */
  int atRisk(int moment, int stratum) {
    return starts[end(stratum)] - starts[moment];
  }

  /** How many events there are. */
  int events() {
    return Arrays.stream(events).sum();
  }
}
