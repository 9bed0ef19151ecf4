package org.absentia.randomisation.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;

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
  private final AtomicBoolean serving = new AtomicBoolean();

  /** A request whose caller waits. */
  private static final class Waiting<Q, A extends Object> {
    private final Q request;

    /** True to serve a group with this request in it, false once another has served it. */
    private final CompletableFuture<Boolean> leads = new CompletableFuture<>();

    /** Written before the future is completed; empty when the request must be served alone. */
    private Optional<A> answer = Optional.empty();

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
    giveTurn();
    if (own.leads.join()) {
      serveTogether(own);
    }
    return own.answer.orElseGet(() -> serve.apply(List.of(request)).getFirst());
  }

  /** Lets whoever waits longest serve a group, if nobody does; wakes no other in vain. */
  private void giveTurn() {
    while (!queue.isEmpty() && serving.compareAndSet(false, true)) {
      Waiting<Q, A> next = queue.poll();
      if (next != null) {
        next.leads.complete(true);
        return;
      }
      serving.set(false);
    }
  }

  private void serveTogether(Waiting<Q, A> leader) {
    List<Waiting<Q, A>> group = new ArrayList<>(List.of(leader));
    // nobody else takes from the queue while this one serves
    while (group.size() < largest && !queue.isEmpty()) {
      group.add(queue.remove());
    }
    try {
      List<A> answers = serve.apply(group.stream().map(waiting -> waiting.request).toList());
      for (int place = 0; place < group.size(); place++) {
        group.get(place).answer = Optional.of(answers.get(place));
      }
    } catch (RuntimeException oneOfThem) {
      LOG.debugf("event=group-taken-apart size=%d cause=%s", group.size(), oneOfThem.getClass());
    } finally {
      serving.set(false);
      giveTurn();
      group.forEach(waiting -> waiting.leads.complete(false));
    }
  }
}
