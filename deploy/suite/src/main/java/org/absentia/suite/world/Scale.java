package org.absentia.suite.world;

/**
 * How many people the world holds: those who are listed and answer, and those a weekly list must
 * leave out.
 *
 * @param enrolled how many consent and enrol
 * @param pilot how many of them belong to the pilot
 * @param withdrawn how many withdraw, by arm in the order of {@link Arm}
 */
public record Scale(
    String name,
    int enrolled,
    int pilot,
    int notReached,
    int declined,
    int excluded,
    int unlisted,
    Withdrawals withdrawn) {

  /** How many participants of each arm withdraw. */
  public record Withdrawals(int usualCare, int motivationalInterviewing, int vocationalAdvice) {
    public int of(Arm arm) {
      return switch (arm) {
        case USUAL_CARE -> usualCare;
        case MOTIVATIONAL_INTERVIEWING -> motivationalInterviewing;
        case VOCATIONAL_ADVICE -> vocationalAdvice;
      };
    }

    public int total() {
      return usualCare + motivationalInterviewing + vocationalAdvice;
    }
  }

  /** The size of MI-NAV: 2 056 eligible, one in four enrolled. */
  public static final Scale FULL =
      new Scale("full", 514, 101, 531, 742, 269, 900, new Withdrawals(3, 1, 1));

  /** One eighth of it, for the end-to-end test. */
  public static final Scale SMALL =
      new Scale("small", 60, 12, 62, 87, 31, 110, new Withdrawals(1, 1, 1));

  public static Scale named(String name) {
    return switch (name) {
      case "full" -> FULL;
      case "small" -> SMALL;
      default -> throw new IllegalArgumentException("scale is full or small, not " + name);
    };
  }

  public int listed() {
    return enrolled + notReached + declined + excluded;
  }

  public int analysed() {
    return enrolled - withdrawn.total();
  }
}
