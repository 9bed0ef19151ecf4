package org.absentia.randomisation.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.protocol.YamlDocument;

/** Reads a document that may come as JSON or as YAML, and means the same in both. */
final class Documents {
  static final String YAML = "application/yaml";

  private Documents() {}

  static JsonNode parse(byte[] body, Optional<String> contentType) {
    return contentType.filter(Documents::isYaml).isPresent()
        ? YamlDocument.parse(body)
        : JsonReader.parse(body);
  }

  private static boolean isYaml(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).startsWith(YAML);
  }
}
