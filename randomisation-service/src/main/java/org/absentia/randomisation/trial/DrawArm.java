package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Epoch;
import org.absentia.randomisation.scheme.ImportedList;
import org.absentia.randomisation.scheme.Minimisation;
import org.absentia.randomisation.scheme.SequenceScheme;
import org.absentia.randomisation.scheme.SlotCursor;
import org.absentia.randomisation.scheme.WeightedEpochs;

/**
 * Draws the arm of the slot that is taken now. It keeps where each stratum's sequence stands, in
 * memory alone, and never more of what follows than the method itself must know.
 */
@ApplicationScoped
public class DrawArm {
  private final Epochs epochs;
  private final ImportedLists lists;
  private final ArrivedSoFar arrived;
  private final Map<Place, Held> held = new ConcurrentHashMap<>();

  private record Place(String trial, String version, String stratum) {}

  private record Held(List<Epoch> epochs, SlotCursor cursor) {}

  DrawArm(Epochs epochs, ImportedLists lists, ArrivedSoFar arrived) {
    this.epochs = epochs;
    this.lists = lists;
    this.arrived = arrived;
  }

  /**
   * Draws under the locks of the stratum and the log.
   *
   * @param factors levels of the participant, for minimisation
   */
  int draw(Concealment concealment, String stratum, int slot, Map<String, String> factors) {
    String trial = concealment.design().trial();
    return switch (concealment.design().scheme()) {
      case SequenceScheme scheme -> follow(concealment, stratum, List.of()).arm(slot);
      case WeightedEpochs scheme ->
          follow(concealment, stratum, epochs.of(trial, stratum)).arm(slot);
      case Minimisation scheme -> arrived.draw(concealment, scheme, slot, factors);
      case ImportedList scheme -> lists.takeRow(trial, stratum, slot);
    };
  }

  /** Draws from a design that depends neither on arrivals nor on epochs. */
  public int draw(Concealment concealment, String stratum, int slot) {
    return follow(concealment, stratum, List.of()).arm(slot);
  }

  private SlotCursor follow(Concealment concealment, String stratum, List<Epoch> inForce) {
    return held.compute(
            new Place(concealment.design().trial(), concealment.design().version(), stratum),
            (place, known) ->
                known != null && known.epochs().equals(inForce)
                    ? known
                    : new Held(inForce, concealment.cursor(stratum, inForce)))
        .cursor();
  }
}
