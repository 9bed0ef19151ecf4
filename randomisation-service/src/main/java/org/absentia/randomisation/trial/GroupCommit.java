package org.absentia.randomisation.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Serves requests that wait at the same time together, as databases write the commits that wait at
 * the same time with one flush: whoever gets the turn serves all who wait, so that a queue makes
 * each request cheaper instead of slower.
 *
 * <p>A group that fails is taken apart and each of its requests served alone, so that no request
 * fails because of another.
 *
 * @param <Q> a request
 * @param <A> its answer
 */
final class GroupCommit<Q, A extends Object> {
  private static final Logger LOG = Logger.getLogger(GroupCommit.class);

  private final int largest;
  private final Function<List<Q>, List<A>> serve;
  private final Queue<Waiting<Q, A>> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock(true);

  /** A request whose caller waits; only who has the turn reads or changes the answer. */
  private static final class Waiting<Q, A extends Object> {
    private final Q request;
    private @Nullable A answer;
    private boolean alone;

    Waiting(Q request) {
      this.request = request;
    }
  }

  /**
   * @param largest how many are served together at most
   * @param serve answers in the order of the requests, when what it did is durable
   */
  GroupCommit(int largest, Function<List<Q>, List<A>> serve) {
    this.largest = largest;
    this.serve = serve;
  }

  /**
   * Waits for the turn, or until somebody else has served the request in a group.
   *
   * @throws RuntimeException what serving this request alone throws
   */
  A serve(Q request) {
    Waiting<Q, A> own = new Waiting<>(request);
    queue.add(own);
    turn.lock();
    try {
      while (own.answer == null && !own.alone) {
        serveTogether();
      }
      return Optional.ofNullable(own.answer)
          .orElseGet(() -> serve.apply(List.of(request)).getFirst());
    } finally {
      turn.unlock();
    }
  }

  private void serveTogether() {
    List<Waiting<Q, A>> group = new ArrayList<>();
    for (Waiting<Q, A> next = queue.poll(); next != null; next = queue.poll()) {
      group.add(next);
      if (group.size() == largest) {
        break;
      }
    }
    List<A> answers = List.of();
    try {
      answers = serve.apply(group.stream().map(waiting -> waiting.request).toList());
    } catch (RuntimeException oneOfThem) {
      LOG.debugf("event=group-taken-apart size=%d cause=%s", group.size(), oneOfThem.getClass());
    } finally {
      for (int place = 0; place < group.size(); place++) {
        group.get(place).alone = answers.isEmpty();
        group.get(place).answer = answers.isEmpty() ? null : answers.get(place);
      }
    }
  }
}
