package org.absentia.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import org.absentia.ingest.nav.ArbeidsforholdReader;
import org.absentia.ingest.nav.SykmeldingReader;
import org.absentia.ingest.nav.SykmeldingXmlReader;
import org.absentia.ingest.nav.UtbetalingReader;
import org.absentia.ingest.person.Secrecy;
import org.absentia.ingest.record.Reading;
import org.absentia.ingest.record.RecordReader;
import org.absentia.ingest.record.RejectReason;
import org.absentia.ingest.record.TopicPlace;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of one message with the reader of its dialect. */
@ApplicationScoped
public class Dialects {
  private final Secrecy secrecy;

  Dialects(Secrecy secrecy) {
    this.secrecy = secrecy;
  }

  /**
   * Reads a message that holds a record.
   *
   * @param place where it stands on its topic; empty when it came another way
   */
  public Reading read(Source source, byte[] raw, Optional<TopicPlace> place) {
    return switch (source) {
      case CANONICAL -> json(raw, RecordReader::read);
      case SYKMELDING -> json(raw, tree -> SykmeldingReader.read(tree, place));
      case SYKMELDING_XML -> SykmeldingXmlReader.read(raw, secrecy::certificateFingerprint);
      case UTBETALING ->
          json(raw, tree -> UtbetalingReader.read(tree, place.map(TopicPlace::writtenAt)));
      case ARBEIDSFORHOLD -> json(raw, ArbeidsforholdReader::read);
      case PERSON -> throw new IllegalArgumentException("a person is no record");
    };
  }

  private static Reading json(byte[] raw, Function<@Nullable Object, Reading> reader) {
    try {
      return reader.apply(JsonTree.of(JsonReader.parse(raw)));
    } catch (Problem malformed) {
      return Reading.Refused.of(RejectReason.MALFORMED, "", malformed.detail());
    } catch (NumberFormatException immense) {
      return Reading.Refused.of(RejectReason.MALFORMED, "", "holds a number that cannot be read");
    }
  }
}
