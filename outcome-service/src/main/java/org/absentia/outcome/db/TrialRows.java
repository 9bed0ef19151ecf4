package org.absentia.outcome.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Trials. */
@ApplicationScoped
class TrialRows implements PanacheRepositoryBase<TrialRow, String> {}
