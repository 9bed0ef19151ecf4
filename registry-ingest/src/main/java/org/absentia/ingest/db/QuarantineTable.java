package org.absentia.ingest.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.absentia.ingest.intake.Quarantine;
import org.absentia.ingest.intake.Source;
import org.absentia.ingest.person.Secrecy;
import org.absentia.ingest.record.RejectReason;
import org.absentia.platform.Ids;

@ApplicationScoped
class QuarantineTable implements Quarantine {
  private final Database database;
  private final Secrecy secrecy;

  QuarantineTable(Database database, Secrecy secrecy) {
    this.database = database;
    this.secrecy = secrecy;
  }

  @Override
  public void keep(Source source, RejectReason reason, byte[] raw) {
    UUID id = Ids.next();
    database.update(
        """
        insert into rejected_input (id, source, reason, fingerprint, sealed_body)
        values (?, ?, ?, ?, ?) on conflict do nothing
        """,
        id,
        source.name(),
        reason.name(),
        secrecy.fingerprint("rejected", raw),
        secrecy.seal(raw, id.toString()));
  }
}
