package org.absentia.randomisation.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.Ids;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Issues a link. Its token leaves here once; asked again, there is another link. */
@ApplicationScoped
public class IssueLink {
  /** What came of the request. */
  public sealed interface Result {}

  /** The link, and the token that opens it. */
  public record Issued(Link link, Token token) implements Result {}

  /** It is not asked of this one, or not any more. */
  public record NotAsked(MayAsk.Reason reason) implements Result {}

  /** The protocol does not allow it yet. */
  public record Refused(List<Fault> faults) implements Result {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  private final Links links;
  private final MayAsk mayAsk;
  private final SecureRandom random;
  private final Clock clock;
  private final Duration expireAfter;

  IssueLink(
      Links links,
      MayAsk mayAsk,
      SecureRandom random,
      Clock clock,
      @ConfigProperty(name = "absentia.links.expire-after", defaultValue = "P14D")
          Duration expireAfter) {
    this.links = links;
    this.mayAsk = mayAsk;
    this.random = random;
    this.clock = clock;
    this.expireAfter = expireAfter;
  }

  @Transactional
  public Result issue(Trial trial, Holder holder, Purpose purpose, String issuedBy) {
    return switch (mayAsk.of(trial, holder, purpose)) {
      case MayAsk.Yes yes -> issueNow(trial, holder, purpose, issuedBy);
      case MayAsk.No no -> new NotAsked(no.reason());
      case MayAsk.NotYet notYet -> new Refused(notYet.faults());
    };
  }

  private Issued issueNow(Trial trial, Holder holder, Purpose purpose, String issuedBy) {
    Token token = Token.draw(random);
    Instant now = clock.instant();
    Link link =
        new Link(
            Ids.next(),
            trial.id(),
            holder,
            purpose,
            token.hash(),
            issuedBy,
            now,
            now.plus(expireAfter),
            Optional.empty(),
            Optional.empty());
    links.add(link);
    return new Issued(link, token);
  }
}
