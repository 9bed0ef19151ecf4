package org.absentia.suite.world;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a day's absence grade from messages: payments before certificates, of certificates the
 * newest that was not taken back.
 */
final class AsRead {
  private final Map<Object, Message.Payment> payments = new HashMap<>();
  private final Map<Object, Integer> paymentVersions = new HashMap<>();
  private final Map<Object, Message.Certificate> certificates = new HashMap<>();
  private final Set<Object> takenBack = new HashSet<>();

  AsRead(List<Message> messages) {
    messages.forEach(this::take);
  }

  private void take(Message message) {
    switch (message) {
      case Message.Certificate c when c.valid() -> certificates.put(c.id(), c);
      case Message.Certificate c -> takenBack.add(c.id());
      case Message.CertificateDeleted d -> takenBack.add(d.id());
      case Message.Payment p -> {
        if (paymentVersions.merge(p.correlation(), p.version(), Math::max) == p.version()) {
          payments.put(p.correlation(), p);
        }
      }
      case Message.Annulment a -> {
        paymentVersions.merge(a.correlation(), a.version(), Math::max);
        payments.remove(a.correlation());
      }
      case Message.PersonEntry p -> {}
      case Message.Employment e -> {}
      case Message.PensionDecision d -> {}
    }
  }

  int gradeOn(LocalDate day) {
    return paidGrade(day).orElseGet(() -> certifiedGrade(day));
  }

  private Optional<Integer> paidGrade(LocalDate day) {
    return payments.values().stream()
        .flatMap(payment -> payment.days().stream())
        .filter(d -> d.date().equals(day) && d.kind() != Message.Day.Kind.UNKNOWN)
        .map(Message.Day::grade)
        .findFirst();
  }

  int certifiedGrade(LocalDate day) {
    return certificates.values().stream()
        .filter(c -> !takenBack.contains(c.id()))
        .filter(c -> !day.isBefore(c.from()) && !day.isAfter(c.to()))
        .max(Comparator.comparing(Message.Certificate::writtenAt))
        .map(Message.Certificate::grade)
        .map(Objects::requireNonNull)
        .orElse(0);
  }
}
