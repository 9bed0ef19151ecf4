package org.absentia.randomisation.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the protocol's section {@code delivery} plans for each arm, and the rules that judge what
 * was delivered.
 *
 * @param components of each arm, by the arm's name
 */
public record DeliveryPlan(
    Map<String, List<Component>> components,
    Optional<Ends> ends,
    Optional<PerProtocol> perProtocol) {
  /**
   * Something that is delivered in sessions.
   *
   * @param supervised false for what is scheduled but nobody attends to
   * @param planned how many sessions, for strata without a number of their own; empty where only
   *     its being there counts
   * @param minutes in all, as planned
   * @param contents what a session may be said to have held
   * @param scored whether a fidelity sample can carry a MITI score
   */
  public record Component(
      String name,
      String label,
      boolean supervised,
      Optional<Planned> planned,
      Map<String, Planned> plannedOfStratum,
      OptionalInt minutes,
      List<String> contents,
      boolean scored) {
    public Component {
      plannedOfStratum = Map.copyOf(plannedOfStratum);
      contents = List.copyOf(contents);
    }

    public Optional<Planned> planned(String stratum) {
      return Optional.ofNullable(plannedOfStratum.get(stratum)).or(() -> planned);
    }
  }

  /** A number of sessions, from so many to so many. */
  public record Planned(int from, int to) {}

  /**
   * When delivery is over, whatever was delivered.
   *
   * @param weekWhenListed of sick leave, at least, in which candidates are listed
   */
  public record Ends(int monthsOfLeave, int weeksInContractedHours, int weekWhenListed) {}

  /** Who counts as treated per protocol. */
  public record PerProtocol(boolean withoutWithdrawn, List<Attendance> attendance) {
    public PerProtocol {
      attendance = List.copyOf(attendance);
    }
  }

  /** The share of an arm's planned sessions that must have been attended. */
  public record Attendance(String arm, List<String> components, int atLeastPercent) {
    public Attendance {
      components = List.copyOf(components);
    }
  }

  public DeliveryPlan {
    components = Map.copyOf(components);
  }

  public List<Component> components(String arm) {
    return components.getOrDefault(arm, List.of());
  }

  /** Returns every arm's components of this name; whose they are is not told. */
  public List<Component> named(String name) {
    return components.values().stream()
        .flatMap(List::stream)
        .filter(component -> component.name().equals(name))
        .toList();
  }
}
