package org.absentia.randomisation.verification;

import static org.absentia.randomisation.verification.BundleFault.ANALYSIS_ARM_DIFFERS;
import static org.absentia.randomisation.verification.BundleFault.ARM_SWAPPED;
import static org.absentia.randomisation.verification.BundleFault.CHAIN_BROKEN;
import static org.absentia.randomisation.verification.BundleFault.COMMITMENT_MISMATCH;
import static org.absentia.randomisation.verification.BundleFault.CONSENT_MISSING;
import static org.absentia.randomisation.verification.BundleFault.EPOCH_BACKDATED;
import static org.absentia.randomisation.verification.BundleFault.EPOCH_OUT_OF_LIMITS;
import static org.absentia.randomisation.verification.BundleFault.HEAD_MISMATCH;
import static org.absentia.randomisation.verification.BundleFault.LOCK_AFTER_SLOT;
import static org.absentia.randomisation.verification.BundleFault.PARTICIPANT_TWICE;
import static org.absentia.randomisation.verification.BundleFault.ROOT_MISMATCH;
import static org.absentia.randomisation.verification.BundleFault.SHARE_MISMATCH;
import static org.absentia.randomisation.verification.BundleFault.SLOT_GAP;
import static org.absentia.randomisation.verification.BundleFault.SLOT_REUSED;
import static org.absentia.randomisation.verification.BundleFault.STRATUM_DIFFERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.absentia.randomisation.scheme.Bias;
import org.absentia.randomisation.scheme.BiasedCoin;
import org.absentia.randomisation.scheme.BigStick;
import org.absentia.randomisation.scheme.BlockUrn;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Minimisation;
import org.absentia.randomisation.scheme.PermutedBlock;
import org.absentia.randomisation.scheme.Ratio;
import org.absentia.randomisation.scheme.Scheme;
import org.absentia.randomisation.scheme.Simple;
import org.absentia.randomisation.scheme.WeiUrn;
import org.absentia.randomisation.scheme.WeightedEpochs;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the independent bundles (VerifyTest) do not show: every method, and forgeries of any form.
 */
class VerificationTest {
  private static final int FIRST_SLOT = 3;
  private static final int SECOND_SLOT = 7;

  @TestFactory
  Stream<DynamicTest> an_intact_trial_of_each_method_has_no_fault() {
    return Stream.of(
            fixed(new Simple(Ratio.of(1, 2))),
            fixed(new PermutedBlock(Ratio.of(1, 1), List.of(2, 4))),
            fixed(new BlockUrn(Ratio.of(2, 1), 3)),
            fixed(new BigStick(3)),
            fixed(new BiasedCoin(new Bias(2, 3))),
            fixed(new WeiUrn(1, 1)),
            epochs(),
            minimisation())
        .map(
            design ->
                dynamicTest(
                    design.scheme().method(),
                    () -> assertThat(TestBundle.of(design, 30).findings()).isEmpty()));
  }

  @Test
  void an_empty_trial_has_no_fault() {
    assertThat(TestBundle.of(fixed(new BigStick(3)), 0).findings()).isEmpty();
  }

  @Test
  void a_single_share_without_beacon_gives_the_key_and_with_one_it_does_not() {
    // Given
    TestBundle bundle = blocks();
    bundle.opening().withArray("/shares").remove(0);

    // When
    var faults = bundle.faults();

    // Then
    assertThat(faults).containsExactly(SHARE_MISMATCH);
  }

  @Test
  void a_design_changed_afterwards_is_named_by_commitment_shares_root_and_slots() {
    // Given
    TestBundle bundle = blocks().outsider(file -> design(file).putArray("ratio").add(2).add(2));

    // Then
    assertThat(bundle.faults())
        .contains(COMMITMENT_MISMATCH, SHARE_MISMATCH)
        .doesNotContain(CHAIN_BROKEN, HEAD_MISMATCH);
  }

  @Test
  void a_member_that_rnd_1_does_not_know_breaks_the_commitment() {
    assertThat(blocks().outsider(file -> design(file).put("note", "x")).faults())
        .contains(COMMITMENT_MISMATCH, SHARE_MISMATCH, ROOT_MISMATCH);
  }

  @Test
  void an_illegal_design_derives_no_slot() {
    assertThat(blocks().outsider(file -> design(file).putArray("blockSizes").add(3)).faults())
        .containsExactlyInAnyOrder(
            COMMITMENT_MISMATCH, SHARE_MISMATCH, ROOT_MISMATCH, ARM_SWAPPED, ANALYSIS_ARM_DIFFERS);
  }

  @Test
  void a_root_where_there_can_be_none_and_none_where_there_must_be_one_are_named() {
    assertThat(TestBundle.of(epochs(), 4).outsider(VerificationTest::anyRoot).faults())
        .containsExactly(ROOT_MISMATCH);
    assertThat(blocks().outsider(file -> published(file).putNull("merkleRoot")).faults())
        .containsExactly(ROOT_MISMATCH);
  }

  @Test
  void an_entry_put_in_without_its_hash_breaks_the_chain_at_its_place() {
    // Given
    TestBundle bundle = blocks().outsider(file -> entry(file, 2).put("type", "SOMETHING_ELSE"));

    // Then
    assertThat(bundle.findings())
        .extracting(Finding::fault, Finding::place)
        .contains(org.assertj.core.groups.Tuple.tuple(CHAIN_BROKEN, "/log/2"));
  }

  @Test
  void a_number_as_text_is_another_entry() {
    assertThat(blocks().outsider(file -> entry(file, FIRST_SLOT).put("slot", "0")).faults())
        .contains(CHAIN_BROKEN, SLOT_GAP, ARM_SWAPPED, ANALYSIS_ARM_DIFFERS);
  }

  @Test
  void a_slot_number_that_no_trial_reaches_costs_no_time_and_is_a_gap() {
    assertThat(slot(Integer.MAX_VALUE).faults())
        .containsExactlyInAnyOrder(SLOT_GAP, ARM_SWAPPED, ANALYSIS_ARM_DIFFERS);
    assertThat(slot(-1).faults())
        .containsExactlyInAnyOrder(SLOT_GAP, ARM_SWAPPED, ANALYSIS_ARM_DIFFERS);
  }

  @Test
  void a_slot_of_a_stratum_that_the_design_does_not_have_differs_from_the_lock() {
    assertThat(
            blocks()
                .insider(log -> ((ObjectNode) log.get(FIRST_SLOT)).put("stratum", "OTHER"))
                .faults())
        .contains(STRATUM_DIFFERS, ARM_SWAPPED);
  }

  @Test
  void a_slot_voided_and_then_taken_is_reused() {
    assertThat(blocks().insider(VerificationTest::voidFirst).faults()).containsExactly(SLOT_REUSED);
  }

  @Test
  void a_slot_voided_after_all_others_fills_its_place() {
    assertThat(blocks().insider(log -> log.add(voided(log, 15))).findings()).isEmpty();
    assertThat(blocks().insider(log -> log.add(voided(log, 16))).faults())
        .containsExactly(SLOT_GAP);
  }

  @Test
  void one_participant_in_two_slots_is_named_and_whoever_has_none_left() {
    assertThat(
            blocks()
                .insider(
                    log ->
                        ((ObjectNode) log.get(SECOND_SLOT))
                            .set("participant", log.get(FIRST_SLOT).get("participant")))
                .faults())
        .contains(PARTICIPANT_TWICE, ANALYSIS_ARM_DIFFERS);
  }

  @Test
  void a_slot_without_participant_has_no_consent_and_no_lock() {
    assertThat(
            blocks()
                .insider(log -> ((ObjectNode) log.get(FIRST_SLOT)).remove("participant"))
                .faults())
        .contains(CONSENT_MISSING, LOCK_AFTER_SLOT);
  }

  @Test
  void an_epoch_with_its_first_slot_taken_is_backdated_and_one_for_the_next_is_not() {
    assertThat(TestBundle.of(epochs(), 10).insider(log -> log.add(epoch(9, 1, 1))).faults())
        .containsExactly(EPOCH_BACKDATED);
    assertThat(TestBundle.of(epochs(), 10).insider(log -> log.add(epoch(10, 1, 1))).findings())
        .isEmpty();
  }

  @Test
  void an_epoch_with_weights_that_nothing_can_be_drawn_from_is_out_of_limits() {
    assertThat(TestBundle.of(epochs(), 10).insider(log -> log.add(epoch(10, 0, 0))).faults())
        .containsExactly(EPOCH_OUT_OF_LIMITS);
    assertThat(TestBundle.of(epochs(), 10).insider(log -> log.add(epoch(10, 1))).faults())
        .containsExactly(EPOCH_OUT_OF_LIMITS);
  }

  @Test
  void an_epoch_in_a_design_without_epochs_is_out_of_limits() {
    assertThat(blocks().insider(log -> log.add(epoch(16, 1, 1))).faults())
        .containsExactly(EPOCH_OUT_OF_LIMITS);
  }

  @Test
  void a_head_that_counts_less_than_nothing_is_named() {
    assertThat(
            blocks().outsider(file -> ((ObjectNode) file.at("/heads/0")).put("count", -1)).faults())
        .containsExactly(HEAD_MISMATCH);
  }

  @Test
  void a_person_erased_before_the_analysis_leaves_the_chain_whole() {
    // Given
    TestBundle bundle =
        blocks()
            .outsider(
                file -> {
                  ((ObjectNode) file.at("/opening/personalSalts")).remove("p-0");
                  ((ArrayNode) file.path("analysis")).remove(0);
                });

    // Then
    assertThat(bundle.findings()).isEmpty();
  }

  private static TestBundle blocks() {
    return TestBundle.of(fixed(new PermutedBlock(Ratio.of(1, 1), List.of(2, 4))), 30);
  }

  private static TestBundle slot(int slot) {
    return blocks().insider(log -> ((ObjectNode) log.get(FIRST_SLOT)).put("slot", slot));
  }

  private static Design fixed(Scheme scheme) {
    return new Design(
        "T", "v1", List.of("A", "B"), List.of("HIGH", "LOW"), OptionalInt.of(40), scheme);
  }

  private static Design epochs() {
    return new Design(
        "T",
        "v1",
        List.of("A", "B"),
        List.of("ALL"),
        OptionalInt.empty(),
        new WeightedEpochs(List.of(1L, 1L), List.of(List.of(1L, 3L), List.of(3L, 1L))));
  }

  private static Design minimisation() {
    return new Design(
        "T",
        "v1",
        List.of("A", "B"),
        List.of(Design.ALL_PARTICIPANTS),
        OptionalInt.empty(),
        new Minimisation(
            Ratio.of(1, 1),
            List.of("sex", "site"),
            List.of(1, 2),
            Minimisation.Measure.RANGE,
            new Bias(4, 5)));
  }

  private static ObjectNode design(ObjectNode file) {
    return (ObjectNode) file.path("design");
  }

  private static ObjectNode published(ObjectNode file) {
    return (ObjectNode) file.path("published");
  }

  private static void anyRoot(ObjectNode file) {
    published(file).put("merkleRoot", "1".repeat(64));
  }

  private static ObjectNode entry(ObjectNode file, int place) {
    return (ObjectNode) file.path("log").get(place).path("entry");
  }

  private static void voidFirst(ArrayNode log) {
    log.insert(0, voided(log, 0));
  }

  private static ObjectNode voided(ArrayNode log, int slot) {
    ObjectNode entry = log.objectNode();
    return entry.put("type", "SLOT_VOIDED").put("stratum", "HIGH").put("slot", slot);
  }

  private static ObjectNode epoch(int fromSlot, int... weights) {
    ObjectNode entry = new com.fasterxml.jackson.databind.ObjectMapper().createObjectNode();
    entry.put("type", "EPOCH_STARTED").put("stratum", "ALL").put("fromSlot", fromSlot);
    ArrayNode list = entry.putArray("weights");
    for (int weight : weights) {
      list.add(weight);
    }
    return entry;
  }
}
