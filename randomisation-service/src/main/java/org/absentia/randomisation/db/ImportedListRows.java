package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.randomisation.seal.Vault;
import org.absentia.randomisation.trial.ImportedLists;
import org.absentia.randomisation.trial.SealedList;

/** The imported lists in PostgreSQL; a row is bound to its place and opens nowhere else. */
@ApplicationScoped
class ImportedListRows implements ImportedLists {
  private final Database database;
  private final Vault vault;

  ImportedListRows(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public Optional<SealedList> find(String trialId) {
    return ImportedListRow.<ImportedListRow>findByIdOptional(trialId).map(ImportedListRow::toList);
  }

  @Override
  public void put(SealedList list, Map<String, List<Integer>> rows) {
    delete("imported_row", list.trialId());
    delete("imported_list", list.trialId());
    ImportedListRow.of(list).persistAndFlush();
    rows.forEach((stratum, arms) -> addRows(list.trialId(), stratum, arms));
  }

  private void delete(String table, String trialId) {
    database
        .entities()
        .createNativeQuery("delete from " + table + " where trial_id = :trial")
        .setParameter("trial", trialId)
        .executeUpdate();
  }

  // one statement for a stratum: the rows as hex texts, which unnest takes apart
  private void addRows(String trialId, String stratum, List<Integer> arms) {
    String[] sealed = new String[arms.size()];
    for (int slot = 0; slot < sealed.length; slot++) {
      byte[] arm = ByteBuffer.allocate(Integer.BYTES).putInt(arms.get(slot)).array();
      sealed[slot] =
          HexFormat.of().formatHex(vault.seal(arm, ListedArmRow.place(trialId, stratum, slot)));
    }
    database
        .entities()
        .createNativeQuery(
            """
            insert into imported_row (trial_id, stratum, slot, sealed_arm)
            select :trial, :stratum, place - 1, decode(sealed, 'hex')
            from unnest(cast(:rows as text[])) with ordinality as r (sealed, place)
            """)
        .setParameter("trial", trialId)
        .setParameter("stratum", stratum)
        .setParameter("rows", sealed)
        .executeUpdate();
  }

  @Override
  public void approve(String trialId, SealedList.Approval approval) {
    ImportedListRow row = ImportedListRow.findById(trialId);
    row.approvedBy = approval.approvedBy();
    row.approvedAt = approval.approvedAt();
  }

  @Override
  public int takeRow(String trialId, String stratum, int slot) {
    byte[] sealed =
        (byte[])
            database
                .entities()
                .createNativeQuery(
                    """
                    select sealed_arm from imported_row
                    where trial_id = :trial and stratum = :stratum and slot = :slot
                    """,
                    byte[].class)
                .setParameter("trial", trialId)
                .setParameter("stratum", stratum)
                .setParameter("slot", slot)
                .getSingleResult();
    return open(sealed, trialId, stratum, slot);
  }

  @Override
  public Map<String, List<Integer>> openAll(String trialId) {
    List<Object[]> rows =
        database
            .entities()
            .createNativeQuery(
                """
                select stratum, slot, sealed_arm from imported_row
                where trial_id = :trial order by stratum, slot
                """,
                Object[].class)
            .setParameter("trial", trialId)
            .getResultList();
    Map<String, List<Integer>> arms = new LinkedHashMap<>();
    for (Object[] row : rows) {
      String stratum = (String) row[0];
      int slot = ((Number) row[1]).intValue();
      arms.computeIfAbsent(stratum, name -> new ArrayList<>())
          .add(open((byte[]) row[2], trialId, stratum, slot));
    }
    return arms;
  }

  private int open(byte[] sealed, String trialId, String stratum, int slot) {
    return ByteBuffer.wrap(vault.open(sealed, ListedArmRow.place(trialId, stratum, slot))).getInt();
  }
}
