package org.absentia.randomisation.link;

import java.util.List;
import java.util.Map;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.trial.Withdrawal;

/**
 * What a link asks, with the texts that there are.
 *
 * @param instruments in the order of the protocol; empty where nothing is answered
 * @param wordings by language and instrument
 * @param forms the consent form by language; empty where no consent is asked
 * @param levels how far the holder can withdraw; empty where that is not asked
 */
public record Asked(
    Link link,
    List<Instrument> instruments,
    Map<Language, Map<String, Wording>> wordings,
    Map<Language, ConsentForm> forms,
    List<Withdrawal.Level> levels) {
  public Asked {
    instruments = List.copyOf(instruments);
    wordings = Map.copyOf(wordings);
    forms = Map.copyOf(forms);
    levels = List.copyOf(levels);
  }
}
