package org.absentia.ingest.intake;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.util.Base64;
import org.absentia.ingest.person.IdentifierCheck;
import org.absentia.ingest.person.Secrecy;
import org.absentia.ingest.record.Instants;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the plain objects of the core from configuration. */
@ApplicationScoped
class Settings {
  /** What to do with identifiers that are marked as synthetic. */
  enum Synthetic {
    ACCEPT,
    REFUSE
  }

  /**
   * Fails the start, rather than the first message, when a key is missing or has a wrong length.
   */
  void check(@Observes StartupEvent started, Secrecy secrecy) {
    secrecy.fingerprint("start", new byte[0]);
  }

  @Produces
  @ApplicationScoped
  Clock clock() {
    return Clock.system(Instants.NORWAY);
  }

  @Produces
  @Dependent
  IdentifierCheck identifierCheck(
      @ConfigProperty(name = "absentia.person.identifier-check", defaultValue = "STRICT")
          IdentifierCheck.Mode mode,
      @ConfigProperty(name = "absentia.person.synthetic-identifiers", defaultValue = "ACCEPT")
          Synthetic synthetic) {
    return new IdentifierCheck(mode, synthetic == Synthetic.ACCEPT);
  }

  @Produces
  @Dependent
  Secrecy secrecy(
      @ConfigProperty(name = "absentia.person.pepper") String pepper,
      @ConfigProperty(name = "absentia.person.key") String key) {
    return new Secrecy(Base64.getDecoder().decode(pepper), Base64.getDecoder().decode(key));
  }
}
