package org.absentia.randomisation.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.link.FollowLinks.Followed;
import org.absentia.randomisation.link.Link;
import org.absentia.randomisation.link.Purpose;

/**
 * A one-time link as staff see it; it opens nothing.
 *
 * @param subject the timepoint, or the version of the consent form
 */
public record LinkResponse(
    UUID linkId,
    Purpose.Kind purpose,
    Optional<String> subject,
    Link.State state,
    Instant issuedAt,
    Instant expiresAt,
    Optional<Instant> usedAt) {
  /**
   * A link just made.
   *
   * @param url to send to the holder and to nobody else; it is not shown again
   */
  public record IssuedLink(
      UUID linkId, Purpose.Kind purpose, Optional<String> subject, String url, Instant expiresAt) {}

  /** Someone's links, the oldest first. */
  public record LinkList(List<LinkResponse> links) {}

  static LinkResponse of(Followed followed) {
    Link link = followed.link();
    return new LinkResponse(
        link.id(),
        link.purpose().kind(),
        link.purpose().subject(),
        followed.state(),
        link.issuedAt(),
        link.expiresAt(),
        link.use().map(Link.Use::at));
  }
}
