package org.absentia.platform.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A refusal that the caller gets as RFC 9457 {@code application/problem+json}; {@code reason} makes
 * the type {@code /problems/<reason>}. Texts must not contain personal values nor an arm.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String reason;
  private final transient List<Fault> faults;
  private final transient Map<String, Object> members;
  private final transient Optional<Duration> retryAfter;

  private Problem(
      int status, String reason, String detail, List<Fault> faults, Map<String, Object> members) {
    this(status, reason, detail, faults, members, Optional.empty());
  }

  private Problem(
      int status,
      String reason,
      String detail,
      List<Fault> faults,
      Map<String, Object> members,
      Optional<Duration> retryAfter) {
    super(detail, null, false, false);
    this.status = status;
    this.reason = reason;
    this.faults = List.copyOf(faults);
    this.members = new LinkedHashMap<>(members);
    this.retryAfter = retryAfter;
  }

  /** 400: the request is malformed; {@code faults} name each place. */
  public static Problem badRequest(String reason, String detail, List<Fault> faults) {
    return new Problem(400, reason, detail, faults, Map.of());
  }

  /** 404: there is nothing here for this caller; also for what belongs to a foreign trial. */
  public static Problem notFound(String detail) {
    return new Problem(404, "not-found", detail, List.of(), Map.of());
  }

  /** 409: the request conflicts with what is already there. */
  public static Problem conflict(String reason, String detail) {
    return conflict(reason, detail, List.of());
  }

  /** 409: the request conflicts with what is already there; {@code faults} name each place. */
  public static Problem conflict(String reason, String detail, List<Fault> faults) {
    return new Problem(409, reason, detail, faults, Map.of());
  }

  /** 413: the request is larger than the stated limit. */
  public static Problem tooLarge(String detail) {
    return new Problem(413, "too-large", detail, List.of(), Map.of());
  }

  /** 422: the request breaks a rule of the protocol. */
  public static Problem unprocessable(String reason, String detail, List<Fault> faults) {
    return new Problem(422, reason, detail, faults, Map.of());
  }

  /** Any other status. */
  public static Problem of(int status, String reason, String detail) {
    return new Problem(status, reason, detail, List.of(), Map.of());
  }

  /** The same problem with an extension member (RFC 9457 section 3.2). */
  public Problem with(String member, Object value) {
    Problem copy = new Problem(status, reason, detail(), faults, members, retryAfter);
    copy.members.put(member, value);
    return copy;
  }

  /** The same problem; it passes, and the caller may ask again after a while. */
  public Problem retryAfter(Duration pause) {
    return new Problem(status, reason, detail(), faults, members, Optional.of(pause));
  }

  /** How long the caller should wait before asking again, if the problem passes by itself. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  public int status() {
    return status;
  }

  public String reason() {
    return reason;
  }

  /** What went wrong, for a person. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<Fault> faults() {
    return faults;
  }

  /** The body of the answer, members in a fixed order. */
  public Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "/problems/" + reason);
    body.put("title", title());
    body.put("status", status);
    body.put("detail", detail());
    if (!faults.isEmpty()) {
      body.put("errors", faults);
    }
    body.putAll(members);
    return body;
  }

  private String title() {
    String words = reason.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
