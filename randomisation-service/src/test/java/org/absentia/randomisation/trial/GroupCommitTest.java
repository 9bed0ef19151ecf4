package org.absentia.randomisation.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupCommitTest {
  private static final int CALLERS = 20;

  private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch goOn = new CountDownLatch(1);

  @Test
  void those_who_wait_while_the_first_is_served_are_served_together() throws Exception {
    // Given
    GroupCommit<Integer, String> commits = new GroupCommit<>(100, this::serve);

    // When
    List<Future<String>> answers = callAll(commits);

    // Then
    assertThat(answers).extracting(Future::get).hasSize(CALLERS).doesNotHaveDuplicates();
    assertThat(answers.get(7).get()).isEqualTo("answer to 7");
    assertThat(groups.getFirst()).hasSize(1);
    assertThat(groups).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void no_group_is_larger_than_agreed(int largest) throws Exception {
    // Given
    GroupCommit<Integer, String> commits = new GroupCommit<>(largest, this::serve);

    // When
    List<Future<String>> answers = callAll(commits);

    // Then
    for (int i = 0; i < CALLERS; i++) {
      assertThat(answers.get(i).get()).isEqualTo("answer to " + i);
    }
    assertThat(groups).extracting(List::size).allMatch(size -> size <= largest);
  }

  @Test
  void a_request_that_fails_fails_alone() throws Exception {
    // Given
    GroupCommit<Integer, String> commits =
        new GroupCommit<>(
            100,
            requests -> {
              List<String> answers = serve(requests);
              if (requests.contains(13)) {
                throw new IllegalStateException("thirteen");
              }
              return answers;
            });

    // When
    List<Future<String>> answers = callAll(commits);

    // Then
    for (int i = 0; i < CALLERS; i++) {
      Future<String> answer = answers.get(i);
      if (i == 13) {
        assertThatThrownBy(answer::get)
            .isInstanceOf(ExecutionException.class)
            .hasRootCauseMessage("thirteen");
      } else {
        assertThat(answer.get()).isEqualTo("answer to " + i);
      }
    }
  }

  @Test
  void an_error_of_the_machine_leaves_nobody_waiting_for_ever() throws Exception {
    // Given
    GroupCommit<Integer, String> commits =
        new GroupCommit<>(
            100,
            requests -> {
              List<String> answers = serve(requests);
              if (requests.size() > 1) {
                throw new StackOverflowError();
              }
              return answers;
            });

    // When
    List<Future<String>> answers = callAll(commits);

    // Then: only who served the group hears of it
    long failed = 0;
    for (Future<String> answer : answers) {
      try {
        assertThat(answer.get()).startsWith("answer to ");
      } catch (ExecutionException heard) {
        assertThat(heard).hasCauseInstanceOf(StackOverflowError.class);
        failed++;
      }
    }
    assertThat(failed).isEqualTo(1);
  }

  /** The first caller is held until all the others wait. */
  private List<Future<String>> callAll(GroupCommit<Integer, String> commits) throws Exception {
    List<Thread> waiting = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<String>> answers =
          IntStream.range(0, CALLERS)
              .mapToObj(
                  i ->
                      callers.submit(
                          () -> {
                            waiting.add(Thread.currentThread());
                            return commits.serve(i);
                          }))
              .toList();
      while (waiting.size() < CALLERS
          || waiting.stream().anyMatch(one -> one.getState() == Thread.State.RUNNABLE)) {
        Thread.onSpinWait();
      }
      goOn.countDown();
      return answers;
    }
  }

  private List<String> serve(List<Integer> requests) {
    groups.add(List.copyOf(requests));
    try {
      goOn.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return requests.stream().map(request -> "answer to " + request).toList();
  }
}
