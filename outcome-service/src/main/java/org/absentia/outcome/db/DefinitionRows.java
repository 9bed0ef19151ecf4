package org.absentia.outcome.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.absentia.outcome.computation.Sha256;

/** Definitions by their hash. */
@ApplicationScoped
class DefinitionRows implements PanacheRepositoryBase<DefinitionRow, String> {
  /** Gives the row of a definition, making it if need be. */
  DefinitionRow of(String content) {
    String hash = Sha256.of(content);
    return findByIdOptional(hash).orElseGet(() -> made(hash, content));
  }

  private DefinitionRow made(String hash, String content) {
    getEntityManager()
        .createNativeQuery(
            "insert into definition (hash, content) values (:hash, :content) on conflict do nothing")
        .setParameter("hash", hash)
        .setParameter("content", content)
        .executeUpdate();
    return findById(hash);
  }
}
