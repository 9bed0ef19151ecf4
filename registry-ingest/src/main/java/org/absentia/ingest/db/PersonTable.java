package org.absentia.ingest.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.absentia.ingest.intake.Persons;
import org.absentia.ingest.person.PersonDetails;
import org.absentia.ingest.person.PersonIdentifier;
import org.absentia.ingest.person.Secrecy;
import org.absentia.platform.Ids;

/**
 * Persons and their identifiers. Whoever stores something about a person holds a shared lock on the
 * person's row until commit; whoever releases a person's records or joins two persons holds it
 * alone, so that no record slips through between.
 */
@ApplicationScoped
class PersonTable implements Persons {
  static final int TRIES = 5;

  private final Database database;
  private final Secrecy secrecy;
  private final Releases releases;

  PersonTable(Database database, Secrecy secrecy, Releases releases) {
    this.database = database;
    this.secrecy = secrecy;
    this.releases = releases;
  }

  /** The persons of identifiers, made where unknown, each locked against release and merge. */
  Map<PersonIdentifier, UUID> lockShared(Collection<PersonIdentifier> identifiers) {
    TreeMap<String, PersonIdentifier> byPseudonym = new TreeMap<>();
    identifiers.forEach(identifier -> byPseudonym.put(secrecy.pseudonym(identifier), identifier));
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Map<String, UUID> known = known(byPseudonym.keySet());
      if (known.size() < byPseudonym.size()) {
        createMissing(byPseudonym, known.keySet());
        known = known(byPseudonym.keySet());
      }
      if (lock(known.values(), "share")) {
        Map<PersonIdentifier, UUID> persons = new HashMap<>();
        known.forEach((pseudonym, id) -> persons.put(byPseudonym.get(pseudonym), id));
        return persons;
      }
    }
    throw new IllegalStateException("persons were joined again and again");
  }

  /** Locks persons, smallest id first; false when one was joined with another meanwhile. */
  boolean lock(Collection<UUID> persons, String strength) {
    List<Boolean> merged =
        database.query(
            "select merged_into is not null from person where id = any(?::text[]::uuid[])"
                + " order by id for "
                + strength,
            row -> row.getBoolean(1),
            Database.column(new TreeSet<>(persons), id -> id));
    return merged.stream().noneMatch(gone -> gone);
  }

  private Map<String, UUID> known(Collection<String> pseudonyms) {
    Map<String, UUID> known = new HashMap<>();
    database.query(
        "select pseudonym, person_id from person_identifier where pseudonym = any(?)",
        row -> known.put(row.getString(1), row.getObject(2, UUID.class)),
        pseudonyms);
    return known;
  }

  private void createMissing(Map<String, PersonIdentifier> wanted, Set<String> known) {
    List<String> missing = wanted.keySet().stream().filter(p -> !known.contains(p)).toList();
    List<String> made =
        database.query(
            """
            insert into person_identifier (pseudonym, person_id, sealed_identifier)
            select p, i::uuid, decode(s, 'hex')
            from unnest(?::text[], ?::text[], ?::text[]) as rows (p, i, s)
            on conflict (pseudonym) do nothing
            returning person_id
            """,
            row -> row.getString(1),
            missing,
            Database.column(missing, pseudonym -> Ids.next()),
            Database.column(
                missing,
                pseudonym -> sealed(Objects.requireNonNull(wanted.get(pseudonym)), pseudonym)));
    database.update("insert into person (id) select unnest(?::text[])::uuid", made);
  }

  private String sealed(PersonIdentifier identifier, String pseudonym) {
    byte[] plain = identifier.digits().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    return HexFormat.of().formatHex(secrecy.seal(plain, pseudonym));
  }

  @Override
  public Update update(
      PersonIdentifier current, List<PersonIdentifier> former, PersonDetails details) {
    List<PersonIdentifier> all = new ArrayList<>(former);
    all.add(current);
    boolean joined = join(all);
    UUID person = Objects.requireNonNull(lockShared(List.of(current)).get(current));
    String pseudonym = secrecy.pseudonym(current);
    int changed =
        database.update(
            """
            update person set birth_date = ?, sex = ?, office = ?, summary = ?,
              details_at = ?::timestamptz, current_pseudonym = ?
            where id = ? and (details_at, summary, coalesce(current_pseudonym, ''))
              < (?::timestamptz, ?, ?)
            """,
            details.birthDate().orElse(null),
            details.sex().map(Enum::name).orElse(null),
            details.office().orElse(null),
            details.summary(),
            details.updatedAt().toString(),
            pseudonym,
            person,
            details.updatedAt().toString(),
            details.summary(),
            pseudonym);
    if (changed > 0 || joined) {
      return new Update(Change.STORED, joined);
    }
    return new Update(unchanged(person, details, pseudonym), false);
  }

  private Change unchanged(UUID person, PersonDetails details, String pseudonym) {
    boolean same =
        !database
            .query(
                """
                select 1 from person where id = ? and details_at = ?::timestamptz
                  and summary = ? and current_pseudonym = ?
                """,
                row -> 1,
                person,
                details.updatedAt().toString(),
                details.summary(),
                pseudonym)
            .isEmpty();
    return same ? Change.UNCHANGED : Change.SUPERSEDED;
  }

  /** Makes one person of the owners of these identifiers; the one known longest stays. */
  private boolean join(List<PersonIdentifier> identifiers) {
    Map<String, PersonIdentifier> byPseudonym = new TreeMap<>();
    identifiers.forEach(identifier -> byPseudonym.put(secrecy.pseudonym(identifier), identifier));
    createMissing(byPseudonym, known(byPseudonym.keySet()).keySet());
    TreeSet<UUID> owners = new TreeSet<>(known(byPseudonym.keySet()).values());
    if (owners.size() == 1) {
      return false;
    }
    lock(owners, "update");
    owners = new TreeSet<>(known(byPseudonym.keySet()).values());
    UUID stays = owners.removeFirst();
    for (UUID goes : owners) {
      merge(goes, stays);
    }
    releases.releaseAll(stays);
    return !owners.isEmpty();
  }

  private void merge(UUID goes, UUID stays) {
    adoptDetails(goes, stays);
    for (String table : List.of("person_identifier", "registry_record", "release")) {
      database.update("update " + table + " set person_id = ? where person_id = ?", stays, goes);
    }
    database.update(
        """
        update candidate c set person_id = ? where person_id = ? and not exists
          (select 1 from candidate o where o.trial_id = c.trial_id and o.person_id = ?)
        """,
        stays,
        goes,
        stays);
    database.update(
        "update person set merged_into = ? where id = ? or merged_into = ?", stays, goes, goes);
  }

  private void adoptDetails(UUID goes, UUID stays) {
    database.update(
        """
        update person s set birth_date = g.birth_date, sex = g.sex, office = g.office,
          summary = g.summary, details_at = g.details_at, current_pseudonym = g.current_pseudonym
        from person g where s.id = ? and g.id = ?
          and (g.details_at, g.summary, coalesce(g.current_pseudonym, ''))
            > (s.details_at, s.summary, coalesce(s.current_pseudonym, ''))
        """,
        stays,
        goes);
  }

  @Override
  public Optional<PersonIdentifier> ofCandidate(String candidateId) {
    return database
        .query(
            """
            select i.pseudonym, i.sealed_identifier
            from candidate c
            join person p on p.id = c.person_id
            join person_identifier i on i.person_id = coalesce(p.merged_into, p.id)
            where c.id = ?::uuid
            order by (i.pseudonym = p.current_pseudonym) desc nulls last, i.created_at desc
            limit 1
            """,
            row ->
                new PersonIdentifier(
                    new String(
                        secrecy.open(row.getBytes(2), row.getString(1)),
                        java.nio.charset.StandardCharsets.US_ASCII)),
            candidateId)
        .stream()
        .findFirst();
  }
}
