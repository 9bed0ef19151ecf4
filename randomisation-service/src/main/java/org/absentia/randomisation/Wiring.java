package org.absentia.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import org.absentia.randomisation.files.InstrumentFiles;
import org.absentia.randomisation.protocol.ProtocolReader;
import org.absentia.randomisation.seal.Vault;

/** Gives the plain classes their clock, their chance and the key-encryption key. */
@ApplicationScoped
class Wiring {
  /** Whole milliseconds, which is what the log writes and PostgreSQL gives back unchanged. */
  @Produces
  @Singleton
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Produces
  @Singleton
  SecureRandom random() {
    return new SecureRandom();
  }

  @Produces
  @Singleton
  ProtocolReader protocols() {
    return new ProtocolReader(InstrumentFiles.read());
  }

  @Produces
  @Singleton
  Vault vault(KeyWrappers wrappers, SecureRandom random) {
    return new Vault(wrappers.current(), wrappers.previous(), random);
  }
}
