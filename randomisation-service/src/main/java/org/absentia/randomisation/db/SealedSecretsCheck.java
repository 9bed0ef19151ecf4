package org.absentia.randomisation.db;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.absentia.randomisation.seal.Vault;

/** Refuses to start under a key-encryption key that does not open what rests in the database. */
@ApplicationScoped
class SealedSecretsCheck {
  private final Vault vault;

  SealedSecretsCheck(Vault vault) {
    this.vault = vault;
  }

  void start(@Observes StartupEvent starting) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                TrialRow.<TrialRow>findAll(Sort.by("openedAt"))
                    .firstResultOptional()
                    .ifPresent(trial -> trial.toSecrets(vault)));
  }
}
