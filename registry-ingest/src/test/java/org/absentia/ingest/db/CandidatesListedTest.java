package org.absentia.ingest.db;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.absentia.ingest.Samples;
import org.absentia.ingest.intake.CandidateList;
import org.absentia.ingest.screening.Screening;
import org.absentia.platform.Ids;
import org.absentia.platform.event.OutgoingEvent;
import org.junit.jupiter.api.Test;

class CandidatesListedTest {
  /** Kafka's default of the producer's {@code max.request.size}; a broker's is 12 bytes more. */
  private static final int LARGEST_MESSAGE = 1_048_576;

  @Test
  void the_longest_list_makes_an_event_of_less_than_half_of_what_a_message_may_hold() {
    // Given
    List<CandidateList.Candidate> candidates =
        IntStream.range(0, CandidateList.MOST_CANDIDATES).mapToObj(i -> candidate()).toList();
    Map<Screening.Reason, Integer> notEligible = new EnumMap<>(Screening.Reason.class);
    for (Screening.Reason reason : Screening.Reason.values()) {
      notEligible.put(reason, Integer.MAX_VALUE);
    }
    CandidateList list =
        new CandidateList(
            Ids.next(),
            "t".repeat(100),
            "0101",
            LocalDate.of(2019, 5, 13),
            candidates,
            Integer.MAX_VALUE,
            notEligible);

    // When
    OutgoingEvent event = event(list);

    // Then
    assertThat(event.payload()).hasSizeLessThan(LARGEST_MESSAGE / 2);
    assertThat(
            Samples.parse(new String(event.payload(), StandardCharsets.UTF_8)).path("candidateIds"))
        .hasSize(10_000);
  }

  private static OutgoingEvent event(CandidateList list) {
    List<UUID> ids = list.candidates().stream().map(CandidateList.Candidate::candidateId).toList();
    return CandidatesListed.event(
        CandidateListRow.of(list, "r-1", Instant.EPOCH), ids, new ObjectMapper());
  }

  private static CandidateList.Candidate candidate() {
    return new CandidateList.Candidate(
        Ids.next(), 7, new BigDecimal("100"), Optional.empty(), Optional.empty());
  }
}
