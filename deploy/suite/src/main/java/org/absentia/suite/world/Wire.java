package org.absentia.suite.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bodies in which messages travel: each register's own dialect, as JSON trees or as XML text.
 */
public final class Wire {
  private Wire() {}

  /** An entry for {@code POST /persons}. */
  public static Map<String, @Nullable Object> json(Message.PersonEntry entry) {
    Person person = entry.person();
    return Members.with("personIdentifier", person.identifier())
        .and("formerIdentifiers", List.of())
        .and("birthDate", person.birthDate().toString())
        .and("sex", person.sex().name())
        .and("office", person.office())
        .and("updatedAt", entry.writtenAt().toString())
        .map();
  }

  public static Map<String, @Nullable Object> json(Message.Employment employment) {
    return EmploymentJson.of(employment);
  }

  public static Map<String, @Nullable Object> json(Message.Certificate certificate) {
    return CertificateJson.of(certificate);
  }

  public static String xml(Message.Certificate certificate) {
    return CertificateXml.of(certificate);
  }

  public static Map<String, @Nullable Object> json(Message.Payment payment) {
    return PaymentJson.of(payment);
  }

  public static Map<String, @Nullable Object> json(Message.Annulment annulment) {
    return PaymentJson.of(annulment);
  }

  /**
   * A pension has no public topic, so it travels in the canonical form with the person's
   * identifier.
   */
  public static Map<String, @Nullable Object> json(Message.PensionDecision decision) {
    Members record = Members.with("personIdentifier", decision.person().identifier());
    CanonicalJson.pension(decision).forEach(record::and);
    return record.map();
  }

  /**
   * The canonical records that a person's messages amount to, for an evaluation without a registry.
   */
  public static List<Map<String, @Nullable Object>> canonical(List<Message> messages) {
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    messages.forEach(message -> CanonicalJson.of(message).ifPresent(records::add));
    return records;
  }
}
