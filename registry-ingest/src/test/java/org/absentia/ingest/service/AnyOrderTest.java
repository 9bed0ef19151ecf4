package org.absentia.ingest.service;

import static org.absentia.ingest.service.Service.certificate;
import static org.absentia.ingest.service.Service.full;
import static org.absentia.ingest.service.Service.newId;
import static org.absentia.ingest.service.Service.newPerson;
import static org.absentia.ingest.service.Service.pushLines;
import static org.absentia.ingest.service.Service.shuffled;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.absentia.local.LocalStack;
import org.junit.jupiter.api.Test;

/** Pushing in any order, any number of times, alone or at once, gives the same state. */
@QuarkusTest
@QuarkusTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "ingest"))
class AnyOrderTest {
  private static final String VERSIONS =
      """
      select substr(v.record_id, strpos(v.record_id, ':') + 1), v.version, v.status, v.digest is not null,
        v.content_digest is not null, v.valid_from, v.valid_to
      from record_version v where v.record_id like ? order by 1, 2
      """;

  @Inject AgroalDataSource database;

  private static List<String> messages(String world, Random random) {
    List<String> messages = new ArrayList<>();
    for (int person = 0; person < 6; person++) {
      String identifier = newPerson();
      for (int record = 0; record < 3; record++) {
        for (int version = 1; version <= 1 + random.nextInt(4); version++) {
          messages.add(
              certificate(
                  identifier,
                  world + ":p" + person + "-r" + record,
                  version,
                  "2019-04-0" + version + "T10:00:00Z",
                  full("2019-04-01", "2019-04-1" + version)));
        }
      }
    }
    return messages;
  }

  private List<String> state(String world) {
    return Stored.rows(database, VERSIONS, world + ":%");
  }

  @Test
  void order_and_repetition_do_not_matter() {
    for (int seed = 0; seed < 8; seed++) {
      // Given
      String ordered = newId("ordered");
      String mixed = newId("mixed");
      pushLines("/records", messages(ordered, new Random(seed))).then().statusCode(200);
      Random random = new Random(1_000 + seed);
      List<String> twice = new ArrayList<>(messages(mixed, new Random(seed)));
      twice.addAll(twice.subList(0, twice.size() / 2));

      // When
      List<String> shuffled = shuffled(twice, random);
      for (int from = 0; from < shuffled.size(); from += 7) {
        pushLines("/records", shuffled.subList(from, Math.min(from + 7, shuffled.size())))
            .then()
            .statusCode(200);
      }

      // Then
      assertThat(state(mixed)).as("seed " + seed).isEqualTo(state(ordered)).isNotEmpty();
    }
  }

  @Test
  void pushing_the_same_records_at_once_stores_each_version_once() throws Exception {
    for (int seed = 0; seed < 4; seed++) {
      // Given
      String ordered = newId("ordered");
      String raced = newId("raced");
      pushLines("/records", messages(ordered, new Random(seed))).then().statusCode(200);
      List<String> messages = messages(raced, new Random(seed));

      // When
      try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
          List<String> mine = shuffled(messages, new Random(i));
          answers.add(threads.submit(() -> pushLines("/records", mine).statusCode()));
        }
        for (Future<Integer> answer : answers) {
          assertThat(answer.get()).isEqualTo(200);
        }
      }

      // Then
      assertThat(state(raced)).isEqualTo(state(ordered));
    }
  }
}
