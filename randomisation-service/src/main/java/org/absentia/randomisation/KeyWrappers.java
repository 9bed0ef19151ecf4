package org.absentia.randomisation;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.absentia.randomisation.seal.KeyWrapper;
import org.absentia.randomisation.seal.LocalKeyWrapper;
import org.eclipse.microprofile.config.Config;

/**
 * Chooses what wraps data keys by configuration: a key given to this process, in a variable or in a
 * file, or a bean of another name that asks a key management service. Settings with {@code
 * previous-} in front name what wrapped before.
 */
@ApplicationScoped
class KeyWrappers {
  private static final String LOCAL = "local";
  private static final String ABSENTIA = "absentia.";
  private static final String PREVIOUS = ABSENTIA + "previous-";

  private final Config config;
  private final SecureRandom random;
  private final Instance<KeyWrapper> plugged;

  KeyWrappers(Config config, SecureRandom random, @Any Instance<KeyWrapper> plugged) {
    this.config = config;
    this.random = random;
    this.plugged = plugged;
  }

  KeyWrapper current() {
    return find(ABSENTIA)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "absentia.key-encryption-key, absentia.key-encryption-key-file or"
                        + " absentia.key-wrapper must be set; there is no default"));
  }

  Optional<KeyWrapper> previous() {
    return find(PREVIOUS);
  }

  private Optional<KeyWrapper> find(String prefix) {
    String name = setting(prefix + "key-wrapper").orElse(LOCAL);
    if (!name.equals(LOCAL)) {
      return Optional.of(plugged(name));
    }
    return setting(prefix + "key-encryption-key")
        .or(() -> setting(prefix + "key-encryption-key-file").map(KeyWrappers::content))
        .map(text -> new LocalKeyWrapper(LocalKeyWrapper.parse(text), random));
  }

  private KeyWrapper plugged(String name) {
    Instance<KeyWrapper> named = plugged.select(Identifier.Literal.of(name));
    if (!named.isResolvable()) {
      throw new IllegalStateException("no key wrapper is called " + name);
    }
    return named.get();
  }

  private Optional<String> setting(String name) {
    return config.getOptionalValue(name, String.class);
  }

  private static String content(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the file of the key-encryption key", unreadable);
    }
  }
}
