package org.absentia.suite.world;

import java.time.format.DateTimeFormatter;

/** Certificates in the XML form of 2013, inside the envelope in which doctors' systems send it. */
final class CertificateXml {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(Paperwork.NORWAY);
  private static final String ENVELOPE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <EI_fellesformat xmlns="http://www.trygdeetaten.no/xml/eiff/1/">
        <MsgHead xmlns="http://www.kith.no/xmlstds/msghead/2006-05-24">
          <MsgInfo>
            <Type V="SYKMELD" DN="Medisinsk vurdering av arbeidsmulighet ved sykdom"/>
            <GenDate>%1$s</GenDate>
            <MsgId>%2$s</MsgId>
          </MsgInfo>
          <Document><RefDoc><Content>
            <HelseOpplysningerArbeidsuforhet \
      xmlns="http://www.kith.no/xmlstds/HelseOpplysningerArbeidsuforhet/2013-10-01" \
      xmlns:f="http://www.kith.no/xmlstds/felleskomponent1">
              <RegelSettVersjon>3</RegelSettVersjon>
              <SyketilfelleStartDato>%3$s</SyketilfelleStartDato>
              <Pasient>
                <Fodselsnummer>
                  <f:Id>%4$s</f:Id>
                  <f:TypeId V="FNR" S="2.16.578.1.12.4.1.1.8116" DN="Fødselsnummer"/>
                </Fodselsnummer>
              </Pasient>
              <Arbeidsgiver><HarArbeidsgiver V="1" DN="Én arbeidsgiver"/></Arbeidsgiver>
              <MedisinskVurdering>
                <HovedDiagnose>
                  <Diagnosekode V="%5$s" S="2.16.578.1.12.4.1.1.7170" DN="%6$s"/>
                </HovedDiagnose>
              </MedisinskVurdering>
              <Aktivitet>
                <Periode>
                  <PeriodeFOMDato>%7$s</PeriodeFOMDato>
                  <PeriodeTOMDato>%8$s</PeriodeTOMDato>
                  %9$s
                </Periode>
              </Aktivitet>
              <KontaktMedPasient><BehandletDato>%1$s</BehandletDato></KontaktMedPasient>
              <AvsenderSystem>
                <SystemNavn>Absentia syntetisk</SystemNavn>
                <SystemVersjon>1</SystemVersjon>
              </AvsenderSystem>
              <Strekkode>%2$s</Strekkode>
            </HelseOpplysningerArbeidsuforhet>
          </Content></RefDoc></Document>
        </MsgHead>
      </EI_fellesformat>
      """;

  private CertificateXml() {}

  static String of(Message.Certificate certificate) {
    Diagnosis diagnosis = certificate.person().diagnosis();
    return ENVELOPE.formatted(
        LOCAL.format(certificate.writtenAt()),
        certificate.id(),
        certificate.spellStart(),
        certificate.person().identifier(),
        diagnosis.code(),
        diagnosis.text(),
        certificate.from(),
        certificate.to(),
        activity(certificate));
  }

  private static String activity(Message.Certificate certificate) {
    return switch (certificate.content()) {
      case AWAITING ->
          "<AvventendeSykmelding><InnspillTilArbeidsgiver>Tilrettelegging"
              + "</InnspillTilArbeidsgiver></AvventendeSykmelding>";
      case TREATMENT_DAY ->
          "<Behandlingsdager><AntallBehandlingsdagerUke>1</AntallBehandlingsdagerUke>"
              + "</Behandlingsdager>";
      case ABSENT ->
          certificate.grade() == 100
              ? "<AktivitetIkkeMulig/>"
              : "<GradertSykmelding><Sykmeldingsgrad>%d</Sykmeldingsgrad><Reisetilskudd>false</Reisetilskudd></GradertSykmelding>"
                  .formatted(certificate.grade());
    };
  }
}
