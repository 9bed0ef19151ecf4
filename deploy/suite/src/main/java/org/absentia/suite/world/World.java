package org.absentia.suite.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A synthetic registry for one seed: who there is, and how each one's sick leave goes. What happens
 * up to the turning point is the same whatever the arm; what follows is drawn for the person and
 * the arm that was delivered.
 */
public final class World {
  /** Eight offices of South-Eastern Norway, used when no protocol names others. */
  public static final List<String> OFFICES =
      List.of("0101", "0105", "0106", "0602", "0604", "0701", "0704", "0706");

  private static final int FOLLOW_UP_MONTHS = 6;
  private static final int BEYOND_DAYS = 14;
  private static final int UNREAD_AFTER_DAYS = 14;

  private final long seed;
  private final Scale scale;
  private final List<Person> persons;

  private World(long seed, Scale scale, List<Person> persons) {
    this.seed = seed;
    this.scale = scale;
    this.persons = persons;
  }

  public static World of(long seed, Scale scale, List<String> offices) {
    return new World(seed, scale, List.copyOf(Population.draw(seed, scale, offices)));
  }

  public long seed() {
    return seed;
  }

  public Scale scale() {
    return scale;
  }

  public List<Person> persons() {
    return persons;
  }

  /**
   * The sick leave that is certain whatever the arm: the year before, and the spell up to the
   * turning point.
   */
  List<Leave> settled(Person person) {
    Draws draws = Draws.of(seed, "settled", person.number());
    return Stream.concat(
            Spells.earlier(person, draws).stream(), Spells.present(person, draws).stream())
        .toList();
  }

  /** The sick leave after the turning point, given what was delivered. */
  List<Leave> following(Person person, Arm arm) {
    if (person.response() instanceof Response.NeverListed(Response.Flaw flaw)
        && flaw == Response.Flaw.SHORT_SPELL) {
      return List.of();
    }
    Optional<Leave> last =
        settled(person).stream()
            .filter(leave -> !leave.to().isBefore(person.turningPoint()))
            .findFirst();
    LocalDate horizon = person.turningPoint().plusMonths(FOLLOW_UP_MONTHS).plusDays(BEYOND_DAYS);
    Pace pace = Pace.of(arm, person.traits().highRisk());
    List<Leave> certified =
        Recovery.of(person, pace, last, horizon, Draws.of(seed, "after " + arm, person.number()));
    return person.paid()
        ? Reality.of(certified, Draws.of(seed, "reality " + arm, person.number()))
        : certified;
  }

  /** Everything written about a person that does not depend on an arm. */
  public List<Message> settledMessages(Person person) {
    Draws draws = Draws.of(seed, "paper", person.number());
    return Stream.concat(
            Registers.of(person, draws).stream(),
            Paperwork.settled(person, settled(person), draws).stream())
        .toList();
  }

  /**
   * Everything written about a person's sick leave after the turning point, in an arm; of those who
   * do not take part only the next weeks, since nobody reads on.
   */
  public List<Message> followingMessages(Person person, Arm arm) {
    boolean participant = person.response() instanceof Response.Consented;
    LocalDate last = person.turningPoint().plusDays(UNREAD_AFTER_DAYS);
    List<Leave> leaves =
        following(person, arm).stream()
            .filter(leave -> participant || leave.from().isBefore(last))
            .toList();
    return Paperwork.following(person, leaves, Draws.of(seed, "paper " + arm, person.number()));
  }

  /** Count the workdays a participant truly loses within six months after inclusion in an arm. */
  public double lostWorkdays(Person person, Arm arm) {
    return LostWork.inWindow(person, whole(person, arm), person.turningPoint());
  }

  /** Count the workdays a person lost in the year before inclusion. */
  public double lostWorkdaysBefore(Person person) {
    return LostWork.inYearBefore(person, settled(person), person.turningPoint());
  }

  List<Leave> whole(Person person, Arm arm) {
    return Stream.concat(settled(person).stream(), following(person, arm).stream()).toList();
  }
}
