package org.absentia.ingest.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.absentia.ingest.intake.Figures;

@ApplicationScoped
class FigureTable implements Figures {
  private final Database database;

  FigureTable(Database database) {
    this.database = database;
  }

  @Override
  public Released released(String trialId) {
    return database
        .query(
            """
            select count(distinct r.participant_id),
              count(v.id) filter (where not v.erased),
              count(v.id) filter (where v.published_at is null)
            from release r left join released_version v on v.participant_id = r.participant_id
            where r.trial_id = ?
            """,
            row -> new Released(row.getInt(1), row.getLong(2), row.getLong(3)),
            trialId)
        .getFirst();
  }

  @Override
  public Stored stored() {
    long persons =
        database
            .query("select count(*) from person where merged_into is null", row -> row.getLong(1))
            .getFirst();
    return new Stored(
        persons,
        counts("select type, count(*) from registry_record group by type"),
        counts(
            """
            select r.type, count(*) from record_version v
            join registry_record r on r.record_id = v.record_id group by r.type
            """),
        counts("select reason, count(*) from rejected_input group by reason"));
  }

  @Override
  public Map<String, Map<String, Long>> rejects() {
    Map<String, Map<String, Long>> rejects = new TreeMap<>();
    database.query(
        "select source, reason, count(*) from rejected_input group by source, reason",
        row ->
            rejects
                .computeIfAbsent(row.getString(1), source -> new TreeMap<>())
                .put(row.getString(2), row.getLong(3)));
    return rejects;
  }

  private Map<String, Long> counts(String sql) {
    Map<String, Long> counts = new LinkedHashMap<>();
    database.query(sql, row -> counts.put(row.getString(1), row.getLong(2)));
    return counts;
  }
}
