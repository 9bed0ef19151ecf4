package org.absentia.randomisation.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.trial.Trial;

/** Shows staff how someone's links stand, and takes one back. */
@ApplicationScoped
public class FollowLinks {
  /** A link and how it stands now. */
  public record Followed(Link link, Link.State state) {}

  private final Links links;
  private final Clock clock;

  FollowLinks(Links links, Clock clock) {
    this.links = links;
    this.clock = clock;
  }

  @Transactional
  public List<Followed> list(Trial trial, Holder holder) {
    return links.of(trial.id(), holder).stream()
        .map(link -> new Followed(link, link.state(clock.instant())))
        .toList();
  }

  /** Takes a link back; one that was used stays as it is. */
  @Transactional
  public Optional<Followed> revoke(Trial trial, Holder holder, UUID linkId) {
    if (find(trial, holder, linkId).isEmpty()) {
      return Optional.empty();
    }
    links.revoke(linkId, clock.instant());
    return find(trial, holder, linkId);
  }

  @Transactional
  public Optional<Followed> find(Trial trial, Holder holder, UUID linkId) {
    return list(trial, holder).stream()
        .filter(followed -> followed.link().id().equals(linkId))
        .findFirst();
  }
}
