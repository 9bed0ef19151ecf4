package org.absentia.analysis.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.absentia.analysis.dataset.Canonical;
import org.absentia.analysis.dataset.Contact;

@Entity
@Table(name = "contact")
@IdClass(ContactRow.Key.class)
class ContactRow extends PanacheEntityBase {
  @Id String trialId = "";
  @Id String candidateId = "";
  @Id LocalDate contactedOn = LocalDate.EPOCH;

  @Id
  @Enumerated(EnumType.STRING)
  Contact.Result result = Contact.Result.NOT_REACHED;

  @Id String reasons = "";

  record Key(
      String trialId,
      String candidateId,
      LocalDate contactedOn,
      Contact.Result result,
      String reasons) {}

  static List<ContactRow> of(String trialId) {
    return list("trialId = ?1 order by candidateId, contactedOn, result, reasons", trialId);
  }

  Contact toContact(Canonical canonical) {
    return new Contact(
        candidateId, result, List.of(canonical.read(reasons, String[].class)), contactedOn);
  }
}
