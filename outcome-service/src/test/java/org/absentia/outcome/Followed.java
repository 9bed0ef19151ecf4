package org.absentia.outcome;

import java.time.LocalDate;
import java.util.UUID;
import org.absentia.platform.Ids;

/** A participant of a trial as the other services tell of them on the topics. */
public record Followed(String trialId, UUID participantId) {
  private static final LocalDate INDEX_DATE = LocalDate.of(2019, 5, 20);

  /** A new participant of a new trial of which nothing is known yet. */
  public static Followed unknown() {
    return new Followed("trial-" + Ids.next(), Ids.next());
  }

  /** Opens the trial and enrols the participant. */
  public Followed open() {
    trialOpened();
    enrolled();
    return this;
  }

  public void trialOpened() {
    trialOpened(1, "2019-03-01T08:00:00Z", "\"mi-nav\"");
  }

  /** A version of the protocol, with an outcome definition as JSON. */
  public void trialOpened(int version, String openedAt, String definition) {
    Topics.send(
        "randomisation.trial-opened.v1",
        trialId,
        """
        {"trialId":"%s","version":%d,"digest":"00","openedAt":"%s",
         "protocol":{"format":"absentia-protocol-1","trial":"%s","outcome":{"definition":%s}}}
        """
            .formatted(trialId, version, openedAt, trialId, definition));
  }

  public void enrolled() {
    Topics.send(
        "randomisation.participant-enrolled.v1",
        id(),
        """
        {"participantId":"%s","trialId":"%s","candidateId":"c","indexDate":"%s","stratum":"HIGH",
         "pilot":true,"enrolledAt":"2019-05-20T09:12:31Z"}
        """
            .formatted(id(), trialId, INDEX_DATE));
  }

  /** Releases a certificate of full sick leave for so many days from the index date. */
  public void certificate(String recordId, long version, int days) {
    Topics.send(
        "registry.record-released.v1",
        id() + "/" + recordId + "/" + version,
        """
        {"participantId":"%s","trialId":"%s","record":
          {"type":"SICK_LEAVE_CERTIFICATE","recordId":"%s","version":%d,"status":"ACTIVE",
           "issuedAt":"2019-05-20T10:00:00Z","employer":null,"diagnosis":{"system":"ICPC2","code":"L03"},
           "periods":[{"from":"%s","to":"%s","kind":"FULL"}]}}
        """
            .formatted(
                id(), trialId, recordId, version, INDEX_DATE, INDEX_DATE.plusDays(days - 1L)));
  }

  public void erased(String recordId, long version) {
    Topics.send("registry.record-released.v1", id() + "/" + recordId + "/" + version, null);
  }

  public void withdrawn(String level, String on) {
    Topics.send(
        "randomisation.participant-withdrawn.v1",
        id(),
        """
        {"participantId":"%s","trialId":"%s","level":"%s","withdrawnOn":"%s",
         "withdrawnAt":"2019-06-01T12:00:00Z"}
        """
            .formatted(id(), trialId, level, on));
  }

  public void releaseEnded(String at) {
    Topics.send(
        "registry.release-ended.v1",
        id(),
        "{\"participantId\":\"%s\",\"trialId\":\"%s\",\"endedAt\":\"%s\",\"reason\":\"x\"}"
            .formatted(id(), trialId, at));
  }

  public String id() {
    return participantId.toString();
  }
}
