package org.absentia.ingest.service;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.absentia.local.Tokens;

/** Calls the running service as its users do, and makes up records and persons that are new. */
final class Service {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private Service() {}

  static RequestSpecification as(String role, String... trials) {
    return given()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
        .header("Authorization", "Bearer " + Tokens.of(role, trials));
  }

  static Response push(String path, String body) {
    return as("integrator").contentType("application/json").body(body).post(path);
  }

  static Response pushLines(String path, List<String> lines) {
    return as("integrator")
        .contentType("application/x-ndjson")
        .body(String.join("\n", lines))
        .post(path);
  }

  /** Eleven digits that no other test uses; impossible as an identifier. */
  static String newPerson() {
    return String.format(Locale.ROOT, "99%09d", NEXT.incrementAndGet());
  }

  static String newId(String prefix) {
    return prefix + "-" + NEXT.incrementAndGet() + "-" + System.nanoTime();
  }

  static String certificate(
      String person, String recordId, long version, String issuedAt, String periods) {
    return """
        {"personIdentifier":"%s","type":"SICK_LEAVE_CERTIFICATE","recordId":"%s","version":%d,"status":"ACTIVE",\
        "issuedAt":"%s","employer":null,"diagnosis":{"system":"ICPC2","code":"L03"},"periods":[%s]}"""
        .formatted(person, recordId, version, issuedAt, periods);
  }

  static String full(String from, String to) {
    return "{\"from\":\"%s\",\"to\":\"%s\",\"kind\":\"FULL\"}".formatted(from, to);
  }

  static String employment(String person, String recordId, String from, int percentage) {
    return """
        {"personIdentifier":"%s","type":"EMPLOYMENT","recordId":"%s","version":1,"status":"ACTIVE",\
        "issuedAt":"2018-01-01T00:00:00Z","employer":"974600951","kind":"ORDINARY","occupation":null,\
        "periods":[{"from":"%s","to":null,"positionPercentage":%d}]}"""
        .formatted(person, recordId, from, percentage);
  }

  static String person(String identifier, String office, String birthDate, String updatedAt) {
    return """
        {"personIdentifier":"%s","formerIdentifiers":[],"birthDate":"%s","sex":"FEMALE","office":"%s","updatedAt":"%s"}"""
        .formatted(identifier, birthDate, office, updatedAt);
  }

  static <T> List<T> shuffled(List<T> list, RandomGenerator random) {
    List<T> copy = new java.util.ArrayList<>(list);
    for (int i = copy.size() - 1; i > 0; i--) {
      java.util.Collections.swap(copy, i, random.nextInt(i + 1));
    }
    return copy;
  }
}
