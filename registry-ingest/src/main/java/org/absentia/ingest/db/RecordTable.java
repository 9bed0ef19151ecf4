package org.absentia.ingest.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.absentia.ingest.intake.Outcome;
import org.absentia.ingest.intake.Records;
import org.absentia.ingest.intake.Source;
import org.absentia.ingest.intake.Submission;
import org.absentia.ingest.person.PersonIdentifier;
import org.absentia.ingest.record.CanonicalJson;
import org.absentia.ingest.record.Fault;
import org.absentia.ingest.record.RecordType;
import org.absentia.ingest.record.RegistryRecord;
import org.absentia.ingest.record.RejectReason;
import org.absentia.platform.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Stores batches in a fixed number of statements. Rows are written in the order of their record
 * ids, so that two batches with the same records wait for each other instead of locking each other
 * out.
 */
@ApplicationScoped
class RecordTable implements Records {
  private final Database database;
  private final PersonTable persons;
  private final AppearanceTable appearances;
  private final Releases releases;

  RecordTable(
      Database database, PersonTable persons, AppearanceTable appearances, Releases releases) {
    this.database = database;
    this.persons = persons;
    this.appearances = appearances;
    this.releases = releases;
  }

  /** A submission with what the tables need of it. */
  private record Line(
      UUID id, Submission sent, @Nullable UUID person, String body, String digest, String content) {
    static Line of(Submission sent, Map<PersonIdentifier, UUID> persons) {
      String body = CanonicalJson.of(sent.record());
      return new Line(
          Ids.next(),
          sent,
          sent.person().map(persons::get).orElse(null),
          body,
          CanonicalJson.sha256(body),
          CanonicalJson.contentDigest(sent.record()));
    }

    String recordId() {
      return sent.recordId();
    }

    long version() {
      return sent.record().version().version();
    }
  }

  @Override
  public List<Outcome> store(Source source, List<Submission> submissions) {
    Map<PersonIdentifier, UUID> known =
        persons.lockShared(
            submissions.stream().flatMap(s -> s.person().stream()).distinct().toList());
    List<Line> lines =
        submissions.stream()
            .map(sent -> Line.of(sent, known))
            .sorted(Comparator.comparing(Line::recordId).thenComparing(line -> line.sent.line()))
            .toList();
    List<Outcome> outcomes = new ArrayList<>();
    List<Line> fitting = attached(lines, known.values(), outcomes);
    if (!fitting.isEmpty()) {
      outcomes.addAll(written(source, fitting));
    }
    outcomes.sort(Comparator.comparingInt(Outcome::line));
    return outcomes;
  }

  /** The record as the register knows it: its type, and whom it is about once that is known. */
  private record Known(RecordType type, @Nullable UUID person) {}

  /** Makes the records known and sorts out lines that name another person or type. */
  private List<Line> attached(List<Line> lines, Collection<UUID> locked, List<Outcome> outcomes) {
    database.update(
        """
        insert into registry_record (record_id, type, person_id)
        select r, t, p::uuid from unnest(?::text[], ?::text[], ?::text[]) as rows (r, t, p)
        on conflict (record_id) do nothing
        """,
        Database.column(lines, Line::recordId),
        Database.column(lines, line -> line.sent.record().type()),
        Database.column(lines, Line::person));
    database.update(
        """
        update registry_record k set person_id = p::uuid
        from unnest(?::text[], ?::text[], ?::text[]) as rows (r, t, p)
        where k.record_id = r and k.type = t and k.person_id is null and p is not null
        """,
        Database.column(lines, Line::recordId),
        Database.column(lines, line -> line.sent.record().type()),
        Database.column(lines, Line::person));
    Map<String, Known> known = known(lines);
    while (!lockedOthers(known.values(), locked)) {
      known = known(lines);
    }
    List<Line> fitting = new ArrayList<>();
    for (Line line : lines) {
      Optional<Outcome> misfit = misfit(line, known.get(line.recordId()));
      misfit.ifPresentOrElse(outcomes::add, () -> fitting.add(line));
    }
    return fitting;
  }

  private Map<String, Known> known(List<Line> lines) {
    Map<String, Known> known = new HashMap<>();
    database.query(
        "select record_id, type, person_id from registry_record where record_id = any(?)",
        row ->
            known.put(
                row.getString(1),
                new Known(RecordType.valueOf(row.getString(2)), row.getObject(3, UUID.class))),
        recordIds(lines));
    return known;
  }

  /** A cancellation that names no person must still hold the lock of the person it is about. */
  private boolean lockedOthers(Collection<Known> records, Collection<UUID> locked) {
    Set<UUID> others = new HashSet<>();
    for (Known record : records) {
      if (record.person != null && !locked.contains(record.person)) {
        others.add(record.person);
      }
    }
    return others.isEmpty() || persons.lock(others, "share");
  }

  private static Optional<Outcome> misfit(Line line, @Nullable Known known) {
    if (known == null) {
      throw new IllegalStateException("a record that was just inserted is gone");
    }
    if (known.type != line.sent.record().type()) {
      return Optional.of(
          rejected(
              line, RejectReason.OTHER_TYPE, "/recordId", "belongs to a record of another type"));
    }
    if (line.person != null && !line.person.equals(known.person)) {
      return Optional.of(
          rejected(
              line,
              RejectReason.OTHER_PERSON,
              "/recordId",
              "belongs to a record of another person"));
    }
    return Optional.empty();
  }

  private List<Outcome> written(Source source, List<Line> lines) {
    Map<String, Long> highest = highestVersions(lines);
    Set<UUID> inserted = insert(source, lines);
    Map<String, List<Version>> versions =
        inserted.size() == lines.size() ? Map.of() : versions(lines);
    List<Outcome> outcomes = new ArrayList<>();
    List<Line> inOrder = new ArrayList<>(lines);
    inOrder.sort(Comparator.comparingInt(line -> line.sent.line()));
    Set<String> touched = new TreeSet<>();
    List<Submission> standing = new ArrayList<>();
    for (Line line : inOrder) {
      if (inserted.contains(line.id)) {
        long before = highest.getOrDefault(line.recordId(), -1L);
        highest.merge(line.recordId(), line.version(), Math::max);
        touched.add(line.recordId());
        outcomes.add(
            before > line.version()
                ? new Outcome.Superseded(line.sent.line(), line.recordId())
                : new Outcome.Stored(line.sent.line(), line.recordId()));
      } else {
        outcomes.add(repeated(line, versions.getOrDefault(line.recordId(), List.of())));
      }
      if (!(outcomes.getLast() instanceof Outcome.Rejected)) {
        standing.add(line.sent);
      }
    }
    touched.addAll(appearances.keep(standing));
    if (!touched.isEmpty()) {
      releases.releaseRecords(touched);
    }
    return outcomes;
  }

  private Map<String, Long> highestVersions(List<Line> lines) {
    Map<String, Long> highest = new HashMap<>();
    database.query(
        "select record_id, max(version) from record_version where record_id = any(?)"
            + " group by record_id",
        row -> highest.put(row.getString(1), row.getLong(2)),
        recordIds(lines));
    return highest;
  }

  private Set<UUID> insert(Source source, List<Line> lines) {
    return new HashSet<>(
        database.query(
            """
            insert into record_version (id, record_id, version, status, issued_at, source,
              message_id, digest, content_digest, valid_from, valid_to, body)
            select i::uuid, r, v::bigint, s, t::timestamptz, ?, m, d, c, f::date, u::date, b
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
              ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
              as rows (i, r, v, s, t, m, d, c, f, u, b)
            on conflict do nothing
            returning id
            """,
            row -> row.getObject(1, UUID.class),
            source.name(),
            Database.column(lines, Line::id),
            Database.column(lines, Line::recordId),
            Database.column(lines, Line::version),
            Database.column(lines, line -> line.sent.record().version().status()),
            Database.column(lines, line -> line.sent.record().version().issuedAt()),
            Database.column(lines, line -> line.sent.messageId().orElse(null)),
            Database.column(lines, Line::digest),
            Database.column(lines, Line::content),
            Database.column(lines, line -> firstDay(line.sent.record()).orElse(null)),
            Database.column(lines, line -> lastDay(line.sent.record()).orElse(null)),
            Database.column(lines, Line::body)));
  }

  /** A stored version, as far as a repetition must be compared with it. */
  private record Version(long number, @Nullable String messageId, String digest, String content) {}

  private Map<String, List<Version>> versions(List<Line> lines) {
    Map<String, List<Version>> versions = new HashMap<>();
    database.query(
        "select record_id, version, message_id, digest, content_digest from record_version"
            + " where record_id = any(?)",
        row ->
            versions
                .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                .add(
                    new Version(
                        row.getLong(2), row.getString(3), row.getString(4), row.getString(5))),
        recordIds(lines));
    return versions;
  }

  private static Outcome repeated(Line line, List<Version> versions) {
    String messageId = line.sent.messageId().orElse(null);
    for (Version stored : versions) {
      boolean sameMessage = messageId != null && messageId.equals(stored.messageId);
      if (sameMessage ? stored.content.equals(line.content) : same(stored, line)) {
        return new Outcome.Unchanged(line.sent.line(), line.recordId());
      }
    }
    return rejected(
        line,
        RejectReason.VERSION_CONFLICT,
        "/version",
        "is stored already with other content; a change needs a higher version");
  }

  private static boolean same(Version stored, Line line) {
    return stored.number == line.version() && stored.digest.equals(line.digest);
  }

  private static Outcome rejected(Line line, RejectReason reason, String pointer, String detail) {
    return new Outcome.Rejected(
        line.sent.line(),
        Optional.of(line.recordId()),
        reason,
        List.of(new Fault(pointer, detail)));
  }

  private static Set<String> recordIds(List<Line> lines) {
    Set<String> ids = new TreeSet<>();
    lines.forEach(line -> ids.add(line.recordId()));
    return ids;
  }

  private static Optional<LocalDate> firstDay(RegistryRecord record) {
    return record.periods().stream()
        .map(period -> period.during().from())
        .min(Comparator.naturalOrder());
  }

  /** Last day of the last period; empty when one is open. */
  private static Optional<LocalDate> lastDay(RegistryRecord record) {
    if (record.periods().stream().anyMatch(period -> period.during().to().isEmpty())) {
      return Optional.empty();
    }
    return record.periods().stream()
        .flatMap(period -> period.during().to().stream())
        .max(Comparator.naturalOrder());
  }
}
