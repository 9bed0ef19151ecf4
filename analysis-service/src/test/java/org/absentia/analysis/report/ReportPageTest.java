package org.absentia.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.absentia.analysis.LockedTrial;
import org.absentia.analysis.run.Analysis;
import org.absentia.analysis.run.AnalysisResult;
import org.absentia.analysis.run.Run;
import org.absentia.statistics.data.Interval;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ReportPageTest {

  private final AnalysisResult result = Analysis.of(LockedTrial.plan(), LockedTrial.dataset(), 1);
  private final ReportPage page =
      ReportPage.of(
          new Run(new UUID(0, 2), "mi-nav", new UUID(0, 1), 1, Instant.EPOCH, "f".repeat(64), "{}"),
          result);

  @Test
  void tables_show_what_the_paper_shows() {
    // Given
    ReportPage.BaselineRow age = page.baseline().getFirst();
    ReportPage.PopulationRows all = page.populations().getFirst();

    // When
    List<String> cells = age.cells().stream().map(ReportPage.LabelledCell::text).toList();

    // Then
    assertThat(age.label()).isEqualTo("Age (years), median (IQR)");
    assertThat(cells)
        .containsExactly("49 (40\u2013\u206055)", "49 (41\u2013\u206056)", "49 (41\u2013\u206056)");
    assertThat(all.groups().getFirst().mean()).isEqualTo("65.3 (41.4)");
    assertThat(all.groups().getFirst().median().value()).isEqualTo("63.3");
    assertThat(all.comparisons().get(1).pair()).isEqualTo("C \u2212 A");
    assertThat(all.comparisons().get(1).meanDifference())
        .isEqualTo(new ReportPage.Estimate("\u221210.1", "\u221218.6 to \u22121.5"));
    assertThat(all.comparisons().get(1).tTest()).isEqualTo("0.021");
    assertThat(all.comparisons().get(1).tTestNotable()).isTrue();
  }

  @Test
  void each_drawing_is_well_formed_and_tells_its_content_in_words() throws Exception {
    for (String drawing :
        List.of(
            page.flowWide(),
            page.flowNarrow(),
            page.boxWide(),
            page.boxNarrow(),
            FlowChart.standalone(result.figure1()),
            BoxPlot.standalone(result.figure2()))) {
      // When
      Element root = parsed(drawing);

      // Then
      assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
      assertThat(root.getElementsByTagName("desc").item(0).getTextContent()).contains("171");
    }
  }

  private static Element parsed(String svg)
      throws ParserConfigurationException, SAXException, IOException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }

  @Test
  void csv_has_a_line_for_each_cell_and_guards_against_formulas() {
    assertThat(Csv.of(result.table3()).lines().count()).isEqualTo(1 + 5 * (3 + 3));
    assertThat(Csv.of(result.figure2())).contains("A,171,0,28.8,63.3,102.3,131");
    assertThat(Csv.of(result.table1())).startsWith("characteristic,summary,level,missing");
    assertThat(Csv.of(LockedTrial.dataset()).lines().count()).isEqualTo(515);
  }

  @Test
  void numbers_are_written_as_a_printer_would() {
    assertThat(Format.pValue(0.00004)).isEqualTo("<0.001");
    assertThat(Format.pValue(0.0412)).isEqualTo("0.041");
    assertThat(Format.pValue(0.154)).isEqualTo("0.15");
    assertThat(Format.pValue(Double.NaN)).isEqualTo(Format.UNDEFINED);
    assertThat(Format.oneDecimal(-0.04)).isEqualTo("0.0");
    assertThat(Format.percent(0.39)).isEqualTo("0.4");
    assertThat(Format.percent(54.02)).isEqualTo("54");
    assertThat(Format.interval(Interval.UNDEFINED)).isEqualTo(Format.UNDEFINED);
    assertThat(Format.typeset("OMPSQ-SF (>=60) 0-100"))
        .isEqualTo("OMPSQ-SF (\u2265\u00a060) 0\u2013100");
    assertThat(Format.words("not-employed")).isEqualTo("Not employed");
    assertThat(Format.count(9874)).isEqualTo("9\u202f874");
  }
}
