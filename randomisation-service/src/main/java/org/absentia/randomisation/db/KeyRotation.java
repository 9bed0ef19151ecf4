package org.absentia.randomisation.db;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.List;
import java.util.stream.Collectors;
import org.absentia.randomisation.seal.Vault;
import org.jboss.logging.Logger;

/**
 * Moves every sealed value under the present key-encryption key when a previous one is named; the
 * previous one can be destroyed once the line {@code event=keys-rewrapped} is there.
 */
@ApplicationScoped
class KeyRotation {
  private static final Logger LOG = Logger.getLogger(KeyRotation.class);
  private static final int PAGE = 500;

  private final Database database;
  private final Vault vault;

  KeyRotation(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  void start(@Observes StartupEvent starting) {
    if (vault.rotates()) {
      LOG.infof("event=keys-rewrapped values=%d", rewrapAll(vault));
    }
  }

  /** Returns how many rows with sealed values there are, all of them under the present key. */
  long rewrapAll(Vault rotating) {
    return sealedRows().stream().mapToLong(row -> rewrapAll(row, rotating)).sum();
  }

  List<Class<? extends SealedRow>> sealedRows() {
    return database.entities().getMetamodel().getEntities().stream()
        .map(EntityType::getJavaType)
        .filter(SealedRow.class::isAssignableFrom)
        .<Class<? extends SealedRow>>map(type -> type.asSubclass(SealedRow.class))
        .toList();
  }

  // ids are compared as the database orders them; a row that is added meanwhile is sealed anew
  // anyway
  private long rewrapAll(Class<? extends SealedRow> row, Vault rotating) {
    long done = 0;
    int page;
    do {
      int first = (int) done;
      page = QuarkusTransaction.requiringNew().call(() -> rewrapPage(row, first, rotating));
      done += page;
    } while (page == PAGE);
    return done;
  }

  private int rewrapPage(Class<? extends SealedRow> row, int first, Vault rotating) {
    List<? extends SealedRow> page =
        database
            .entities()
            .createQuery("from %s r order by %s".formatted(row.getSimpleName(), ids(row)), row)
            .setFirstResult(first)
            .setMaxResults(PAGE)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    page.forEach(one -> one.rewrap(rotating));
    return page.size();
  }

  private String ids(Class<? extends SealedRow> row) {
    return database.entities().getMetamodel().entity(row).getAttributes().stream()
        .filter(attribute -> attribute instanceof SingularAttribute<?, ?> one && one.isId())
        .map(attribute -> "r." + attribute.getName())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
