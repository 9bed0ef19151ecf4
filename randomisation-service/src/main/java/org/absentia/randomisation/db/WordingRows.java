package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.absentia.platform.Ids;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.randomisation.link.ConsentForm;
import org.absentia.randomisation.link.Language;
import org.absentia.randomisation.link.Wording;
import org.absentia.randomisation.link.WordingReader;
import org.absentia.randomisation.link.Wordings;

/** The texts for participants in PostgreSQL. */
@ApplicationScoped
class WordingRows implements Wordings {
  private static final String IN_FORCE =
      """
      select distinct on (kind, name, language) kind, name, language, source, content, supplied_at
      from wording where trial_id = :trial
      order by kind, name, language, id desc
      """;

  private final Database database;

  WordingRows(Database database) {
    this.database = database;
  }

  @Override
  public List<Supplied> inForce(String trialId) {
    return database.rows(IN_FORCE, Map.of("trial", trialId)).stream()
        .map(WordingRows::supplied)
        .toList();
  }

  @Override
  public Optional<Supplied> latest(String trialId, Name name) {
    return inForce(trialId).stream().filter(known -> known.name().equals(name)).findFirst();
  }

  @Override
  public void add(String trialId, Supplied supplied) {
    database
        .entities()
        .createNativeQuery(
            """
            insert into wording (id, trial_id, kind, name, language, source, content, supplied_at)
            values (:id, :trial, :kind, :name, :language, :source, :content, :suppliedAt)
            """)
        .setParameter("id", Ids.next())
        .setParameter("trial", trialId)
        .setParameter("kind", supplied.name().kind().name())
        .setParameter("name", supplied.name().name())
        .setParameter("language", supplied.name().language().name())
        .setParameter("source", supplied.source())
        .setParameter("content", supplied.content())
        .setParameter("suppliedAt", supplied.suppliedAt())
        .executeUpdate();
  }

  @Override
  public Map<String, Wording> wordings(String trialId, Language language) {
    Map<String, Wording> wordings = new HashMap<>();
    for (Supplied supplied : inForce(trialId)) {
      if (supplied.name().kind() == Kind.INSTRUMENT && supplied.name().language() == language) {
        wordings.put(supplied.name().name(), read(supplied, WordingReader::wording));
      }
    }
    return wordings;
  }

  @Override
  public Map<Language, ConsentForm> forms(String trialId, String version) {
    Map<Language, ConsentForm> forms = new EnumMap<>(Language.class);
    for (Supplied supplied : inForce(trialId)) {
      if (supplied.name().kind() == Kind.CONSENT_FORM && supplied.name().name().equals(version)) {
        forms.put(supplied.name().language(), read(supplied, WordingReader::form));
      }
    }
    return forms;
  }

  private static <T> T read(Supplied supplied, Function<JsonReader, T> reader) {
    Faults faults = new Faults();
    T read =
        reader.apply(
            JsonReader.of(
                JsonReader.parse(supplied.content().getBytes(StandardCharsets.UTF_8)), faults));
    if (faults.any()) {
      throw new IllegalStateException("a stored text cannot be read");
    }
    return read;
  }

  private static Supplied supplied(Tuple row) {
    return new Supplied(
        new Name(
            Kind.valueOf(Columns.text(row, "kind")),
            Columns.text(row, "name"),
            Language.valueOf(Columns.text(row, "language"))),
        Columns.text(row, "source"),
        Columns.text(row, "content"),
        Columns.instant(row, "supplied_at"));
  }
}
