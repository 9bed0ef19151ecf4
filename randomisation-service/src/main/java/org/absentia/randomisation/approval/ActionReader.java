package org.absentia.randomisation.approval;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;

/** Reads actions as requests and the database write them. */
public final class ActionReader {
  private ActionReader() {}

  /** Reads the member {@code action} and what that action needs to know; notes each fault. */
  public static Optional<Action> read(JsonReader in, String... beside) {
    Optional<Action.Kind> kind = in.choice("action", Action.Kind.class);
    if (kind.isEmpty()) {
      if (!in.has("action")) {
        in.fault("action", "is missing");
      }
      return Optional.empty();
    }
    List<String> known = new ArrayList<>(Arrays.asList(beside));
    known.add("action");
    known.addAll(members(kind.orElseThrow()));
    in.noOthers(known.toArray(String[]::new));
    return Optional.of(action(in, kind.orElseThrow()));
  }

  /** Reads an action that was kept. */
  public static Action stored(String kind, String settings) {
    Faults faults = new Faults();
    JsonReader in =
        JsonReader.of(JsonReader.parse(settings.getBytes(StandardCharsets.UTF_8)), faults);
    Action action = action(in, Action.Kind.valueOf(kind));
    faults.throwIfAny("malformed-proposal", "A proposal in the database has faults.");
    return action;
  }

  private static List<String> members(Action.Kind kind) {
    return switch (kind) {
      case OPEN_BUNDLE, ALLOW_EXTERNAL -> List.of();
      case START_EPOCH -> List.of("stratum", "weights");
      case VOID_SLOT -> List.of("stratum");
      case OPEN_CODE -> List.of("participantId");
      case CONTINGENCY_PACK, EXPORT_LIST -> List.of("slots");
      case AMEND_PROTOCOL -> List.of("documentId", "digest");
      case UNMASK -> List.of("datasetId");
    };
  }

  private static Action action(JsonReader in, Action.Kind kind) {
    return switch (kind) {
      case OPEN_BUNDLE -> new Action.OpenBundle();
      case ALLOW_EXTERNAL -> new Action.AllowExternal();
      case START_EPOCH -> new Action.StartEpoch(in.requiredText("stratum"), weights(in));
      case VOID_SLOT -> new Action.VoidSlot(in.requiredText("stratum"));
      case CONTINGENCY_PACK -> new Action.ContingencyPack(in.requiredInteger("slots"));
      case OPEN_CODE -> new Action.OpenCode(uuid(in, "participantId"));
      case EXPORT_LIST -> new Action.ExportList(in.requiredInteger("slots"));
      case AMEND_PROTOCOL ->
          new Action.AmendProtocol(uuid(in, "documentId"), in.requiredText("digest"));
      case UNMASK -> new Action.Unmask(uuid(in, "datasetId").toString());
    };
  }

  private static List<Long> weights(JsonReader in) {
    if (!in.has("weights")) {
      in.fault("weights", "is missing");
    }
    List<Long> weights = new ArrayList<>();
    for (JsonReader weight : in.elements("weights")) {
      if (!weight.node().canConvertToLong() || !weight.node().isIntegralNumber()) {
        weight.fault("must be a whole number");
      }
      weights.add(weight.node().asLong());
    }
    return weights;
  }

  private static UUID uuid(JsonReader in, String member) {
    try {
      return UUID.fromString(in.requiredText(member));
    } catch (IllegalArgumentException malformed) {
      in.fault(member, "must be a UUID");
      return new UUID(0, 0);
    }
  }
}
