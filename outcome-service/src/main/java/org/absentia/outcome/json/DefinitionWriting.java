package org.absentia.outcome.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.absentia.outcome.computation.TrialDefinition;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.definition.ReturnToWorkRule;
import org.absentia.outcome.definition.ReturnToWorkRule.AfterDays;
import org.absentia.outcome.definition.ReturnToWorkRule.AfterMonths;

/** Writes a whole definition, also what was left to its default. */
public final class DefinitionWriting {
  private DefinitionWriting() {}

  /** Writes a definition. */
  public static ObjectNode write(OutcomeDefinition definition) {
    ObjectNode out = JsonNodeFactory.instance.objectNode().put("name", definition.name());
    ArrayNode windows = out.putArray("window");
    definition.windows().forEach(window -> windows.add(window.toString()));
    out.put("workdays", definition.workdays().name());
    ArrayNode benefits = out.putArray("benefits");
    definition.benefits().forEach(benefit -> benefits.add(benefit.name()));
    out.put("contract", definition.contract().name());
    out.put("vacationInsideSpell", definition.vacationInsideSpell().name());
    ArrayNode rules = out.putArray("returnToWork");
    definition.returnToWork().forEach(rule -> rules.add(write(rule)));
    return out;
  }

  /** Writes a definition that a trial has had; {@code version} counts them from 1. */
  public static ObjectNode write(TrialDefinition set, int version) {
    ObjectNode out =
        JsonNodeFactory.instance
            .objectNode()
            .put("trialId", set.trialId())
            .put("version", version)
            .put("setAt", set.setAt().toString());
    set.protocolVersion().ifPresent(protocol -> out.put("protocolVersion", protocol));
    set.reason().ifPresent(reason -> out.put("reason", reason));
    set.setBy().ifPresent(caller -> out.put("setBy", caller));
    out.set("definition", write(set.definition()));
    return out;
  }

  static ObjectNode write(ReturnToWorkRule rule) {
    String unit =
        switch (rule) {
          case AfterDays days -> "DAYS";
          case AfterMonths months -> "MONTHS";
        };
    return JsonNodeFactory.instance
        .objectNode()
        .put("unit", unit)
        .put("absenceFree", rule.absenceFree().toString())
        .put("followUp", rule.followUp().toString());
  }
}
