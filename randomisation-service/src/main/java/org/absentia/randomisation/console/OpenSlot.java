package org.absentia.randomisation.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Problem;
import org.absentia.randomisation.contingency.SealedSlots;
import org.absentia.randomisation.scheme.Secret;

/**
 * The program behind {@code ./absentia open-slot}: opens one slot of a contingency pack without any
 * service. The key is read from standard input, so that no list of processes shows it. Ends with 0
 * when the slot was opened, 1 when the key or the file does not fit, 2 when it was called wrongly.
 */
public final class OpenSlot {
  private static final int WORDS = 3;

  private final PrintStream out;

  OpenSlot(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.exit(new OpenSlot(System.out).run(List.of(args), in));
  }

  int run(List<String> words, BufferedReader in) throws IOException {
    if (words.size() != WORDS || !words.get(2).matches("\\d{1,9}")) {
      out.println("usage: ./absentia open-slot FILE STRATUM SLOT < KEY");
      return 2;
    }
    try {
      JsonNode pack = JsonReader.parse(Files.readAllBytes(Path.of(words.getFirst())));
      String key = in.readLine();
      return open(pack, words.get(1), Integer.parseInt(words.get(2)), key == null ? "" : key);
    } catch (IOException | Problem unreadable) {
      out.println("the file cannot be read");
      return 2;
    }
  }

  private int open(JsonNode pack, String stratum, int slot, String key) {
    for (JsonNode sealed : pack.path("slots")) {
      if (sealed.path("stratum").asText().equals(stratum) && sealed.path("slot").asInt() == slot) {
        String place =
            SealedSlots.place(
                pack.path("trial").asText(), pack.path("pack").asText(), stratum, slot);
        try {
          out.println(
              SealedSlots.open(Secret.ofHex(key.strip()), place, sealed.path("sealed").asText()));
          return 0;
        } catch (IllegalStateException | IllegalArgumentException otherKey) {
          out.println("the key does not open this slot");
          return 1;
        }
      }
    }
    out.println("the pack has no such slot");
    return 1;
  }
}
