package org.absentia.randomisation.protocol;

import java.util.Optional;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.scheme.KeyMode;

/**
 * How a trial's key comes about.
 *
 * @param beaconSource where the public value will be read, named in advance; empty in single-share
 *     mode
 */
public record KeyMaking(KeyMode mode, String beaconSource) {
  static KeyMaking read(JsonReader in) {
    KeyMode mode = in.choice("keyMode", KeyMode.class).orElse(KeyMode.SINGLE_SHARE);
    Optional<String> source = in.text("beacon");
    if (source.isPresent() != (mode == KeyMode.TWO_SHARES)) {
      in.fault(
          "beacon", "names in advance where the public value will be read, with TWO_SHARES only");
    }
    return new KeyMaking(mode, source.orElse(""));
  }
}
