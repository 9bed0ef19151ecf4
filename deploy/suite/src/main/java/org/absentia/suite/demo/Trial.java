package org.absentia.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.absentia.suite.world.Scale;

/** The trial that the demo runs: its protocol, as shipped, with the numbers of the scale. */
record Trial(String id, String consentVersion, List<String> offices, ObjectNode protocol) {

  /** Take the shipped protocol; a small world also needs a small target and pilot. */
  static Trial of(Calls calls, String name, Scale scale) {
    JsonNode shipped =
        calls
            .get(Service.RANDOMISATION_SERVICE, Roles.STATISTICIAN, "/protocols/" + name)
            .expecting(200);
    ObjectNode protocol = shipped.deepCopy();
    ObjectNode recruitment = protocol.withObject("/recruitment");
    recruitment.put("target", scale.enrolled());
    recruitment.put("pilot", scale.pilot());
    List<String> offices =
        StreamSupport.stream(recruitment.path("offices").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    return new Trial(
        protocol.path("trial").asText(),
        protocol.path("consent").path("version").asText(),
        offices,
        protocol);
  }

  /** The path of something below this trial. */
  String path(String below) {
    return "/trials/" + id + "/" + below;
  }
}
