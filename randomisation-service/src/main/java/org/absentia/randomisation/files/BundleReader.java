package org.absentia.randomisation.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Faults;
import org.absentia.randomisation.allocation.SignedHead;
import org.absentia.randomisation.protocol.DesignDocument;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.verification.Bundle;
import org.absentia.randomisation.verification.LoggedEntry;
import org.jspecify.annotations.Nullable;

/**
 * Reads a verification bundle, the log entry by entry, so that a large one costs little more than
 * its entries.
 */
public final class BundleReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();
  private static final int SECRET_DIGITS = 2 * Secret.LENGTH_BYTES;

  private BundleReader() {}

  /**
   * Reads the bundle in a stream of bytes that holds nothing else.
   *
   * @throws UnreadableBundle when it is not one, with the place
   */
  public static Bundle read(InputStream file) throws IOException {
    try (JsonParser in = MAPPER.createParser(file)) {
      in.nextToken();
      Bundle bundle = bundle(in);
      if (in.nextToken() != null) {
        throw new UnreadableBundle("something follows the bundle");
      }
      return bundle;
    } catch (JsonProcessingException malformed) {
      throw notJson(malformed);
    }
  }

  /**
   * Reads the bundle inside a larger document.
   *
   * @throws UnreadableBundle when it is not one, with the place
   */
  static Bundle read(JsonNode node) throws IOException {
    try (JsonParser in = MAPPER.treeAsTokens(node)) {
      in.nextToken();
      return bundle(in);
    }
  }

  static UnreadableBundle notJson(JsonProcessingException malformed) {
    var place = malformed.getLocation();
    return new UnreadableBundle(
        "not JSON, or a member named twice"
            + (place == null
                ? ""
                : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr())));
  }

  private static Bundle bundle(JsonParser in) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      throw new UnreadableBundle("a bundle is a JSON object");
    }
    ObjectNode rest = MAPPER.createObjectNode();
    Optional<List<LoggedEntry>> log = Optional.empty();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      if (name.equals("log")) {
        log = Optional.of(log(in));
      } else {
        rest.set(name, in.<JsonNode>readValueAsTree());
      }
    }
    return bundle(
        rest,
        canonicalDesign(rest.path("design")),
        log.orElseThrow(() -> new UnreadableBundle("/log: is missing")));
  }

  private static String canonicalDesign(JsonNode design) throws IOException {
    if (!design.isObject()) {
      throw new UnreadableBundle("/design: must be an object");
    }
    try (JsonParser members = MAPPER.treeAsTokens(design)) {
      members.nextToken();
      return CanonicalJson.write(PlainValues.read(members));
    }
  }

  private static List<LoggedEntry> log(JsonParser in) throws IOException {
    List<LoggedEntry> log = new ArrayList<>();
    if (in.currentToken() != JsonToken.START_ARRAY) {
      throw new UnreadableBundle("/log: must be an array");
    }
    while (in.nextToken() != JsonToken.END_ARRAY) {
      log.add(
          logged(in)
              .orElseThrow(
                  () ->
                      new UnreadableBundle(
                          "/log/" + log.size() + ": must have an entry and a hash")));
    }
    return log;
  }

  // straight into the entry: a large log is most of what a verifier holds in memory
  private static Optional<LoggedEntry> logged(JsonParser in) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> members = null;
    String hash = null;
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      if (name.equals("entry") && value == JsonToken.START_OBJECT) {
        members = PlainValues.object(in);
      } else if (name.equals("hash") && value == JsonToken.VALUE_STRING) {
        hash = in.getText();
      } else {
        in.skipChildren();
      }
    }
    return members == null || hash == null
        ? Optional.empty()
        : Optional.of(new LoggedEntry(members, hash));
  }

  private static Bundle bundle(ObjectNode rest, String canonicalDesign, List<LoggedEntry> log) {
    Faults faults = new Faults();
    JsonReader in = JsonReader.of(rest, faults);
    if (!in.requiredText("format").equals(Bundle.FORMAT)) {
      in.fault("format", "must be " + Bundle.FORMAT);
    }
    Faults ofDesign = new Faults();
    Optional<Design> design = DesignDocument.read(JsonReader.of(rest.path("design"), ofDesign));
    Bundle.Published published = published(in.requiredObject("published"));
    List<SignedHead> heads = requiredObjects(in, "heads").stream().map(BundleReader::head).toList();
    Bundle.Opening opening = opening(in.requiredObject("opening"));
    List<Bundle.Analysed> analysis =
        requiredObjects(in, "analysis").stream().map(row -> analysed(row.node())).toList();
    if (faults.any()) {
      throw new UnreadableBundle(texts(faults).getFirst());
    }
    return new Bundle(
        canonicalDesign, design, texts(ofDesign), published, log, heads, opening, analysis);
  }

  // a bundle without its heads or its analysis would pass for one in which they are right
  private static List<JsonReader> requiredObjects(JsonReader in, String name) {
    if (!in.has(name)) {
      in.fault(name, "is missing");
    }
    return in.objects(name);
  }

  // whatever stands there is compared; what is no arm differs from every arm
  private static Bundle.Analysed analysed(JsonNode row) {
    return new Bundle.Analysed(row.path("participant").asText(), row.path("arm").asText());
  }

  private static List<String> texts(Faults faults) {
    return faults.list().stream().map((Fault f) -> f.pointer() + ": " + f.detail()).toList();
  }

  private static Bundle.Published published(JsonReader in) {
    return new Bundle.Published(
        in.requiredText("commitment"),
        in.text("merkleRoot"),
        in.texts("shareCommitments"),
        in.requiredText("publicKey"));
  }

  private static SignedHead head(JsonReader in) {
    String hash = in.requiredText("hash");
    if (!Hash.isHex(hash)) {
      in.fault("hash", "must be 64 lower-case hex digits");
    }
    return new SignedHead(
        in.longInteger("count").orElse(-1),
        Hash.isHex(hash) ? new Hash(hash) : Hash.ZERO,
        in.requiredText("at"),
        in.requiredText("signature"));
  }

  private static Bundle.Opening opening(JsonReader in) {
    return new Bundle.Opening(
        secret(in, "key", in.requiredText("key")),
        secret(in, "salt", in.requiredText("salt")),
        in.texts("shares").stream().map(share -> secret(in, "shares", share)).toList(),
        in.texts("shareSalts").stream().map(salt -> secret(in, "shareSalts", salt)).toList(),
        in.node().path("beacon").asText(),
        salts(in),
        list(in));
  }

  private static Map<String, Secret> salts(JsonReader in) {
    Map<String, Secret> salts = new LinkedHashMap<>();
    JsonReader object = in.requiredObject("personalSalts");
    object
        .node()
        .fieldNames()
        .forEachRemaining(name -> salts.put(name, secret(object, name, object.requiredText(name))));
    return salts;
  }

  private static Map<String, List<String>> list(JsonReader in) {
    Map<String, List<String>> list = new LinkedHashMap<>();
    in.object("list")
        .ifPresent(
            strata ->
                strata
                    .node()
                    .fieldNames()
                    .forEachRemaining(name -> list.put(name, strata.texts(name))));
    return list;
  }

  private static Secret secret(JsonReader in, String name, String hex) {
    if (hex.length() != SECRET_DIGITS || !hex.matches("[0-9a-f]*")) {
      in.fault(name, "must be 64 lower-case hex digits");
      return Secret.of(new byte[Secret.LENGTH_BYTES]);
    }
    return Secret.ofHex(hex);
  }
}
