package org.absentia.outcome.strip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import javax.xml.parsers.DocumentBuilderFactory;
import org.absentia.outcome.chart.Chart;
import org.absentia.outcome.chart.Charts;
import org.absentia.outcome.chart.Lane;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Looks at the drawing as a tree. 273 days in 1060 pixels are 3.88 pixels each. */
class StripTest {
  private static final String ID = "0198c0de-0000-7000-8000-000000000001";
  private static final double DAY = 1060.0 / 273;

  @Test
  void each_statement_is_a_bar_that_stands_where_its_days_are() {
    // When
    List<Element> bars = groups(drawn(Charts.of("/evaluation/request.json")), "bar");

    // Then
    assertThat(bars)
        .extracting(StripTest::title)
        .containsExactly(
            "certificate c-2: 60 %, 2019-06-17 to 2019-09-01, decides",
            "certificate c-1: full, 2019-04-01 to 2019-06-16, decides",
            "pension d-1: 20 %, 2019-02-20 to 2019-11-19, decides",
            "contract e-1: 80 %, 2019-02-20 to 2019-11-19, decides");
    Element graded = child(bars.getFirst(), "rect", "whole");
    assertThat(number(graded, "x")).isCloseTo(124 + 117 * DAY, within());
    assertThat(number(graded, "width")).isCloseTo(77 * DAY, within());
    Element full = child(bars.get(1), "rect", "whole");
    assertThat(number(full, "x") + number(full, "width")).isCloseTo(number(graded, "x"), within());
    assertThat(number(full, "y")).isEqualTo(number(graded, "y"));
  }

  @Test
  void a_bar_says_as_much_as_fits_of_grade_and_record() {
    // When
    List<Element> bars = groups(drawn(Charts.of("/chart/overruled.json")), "bar");

    // Then
    assertThat(bars)
        .flatExtracting(bar -> elements(bar, "text").stream().map(Element::getTextContent).toList())
        .contains("full · c-3", "45 %", "T", "60 % · e-shop", "62.5 % · a-1");
  }

  @Test
  void a_bar_is_filled_from_below_as_high_as_its_grade() {
    // When
    Element graded = groups(drawn(Charts.of("/evaluation/request.json")), "bar").getFirst();

    // Then
    Element whole = child(graded, "rect", "whole");
    Element part = child(graded, "rect", "part");
    assertThat(number(part, "height")).isEqualTo(0.6 * number(whole, "height"));
    assertThat(number(part, "y") + number(part, "height"))
        .isEqualTo(number(whole, "y") + number(whole, "height"));
  }

  @Test
  void what_does_not_decide_is_a_bar_of_its_own_kind_and_no_two_bars_cover_each_other() {
    // Given
    Chart chart = Charts.of("/chart/overruled.json");

    // When
    List<Element> bars = groups(drawn(chart), "bar");

    // Then
    List<Lane> lanes = chart.lanes();
    assertThat(bars).hasSize(lanes.stream().mapToInt(lane -> lane.statements().size()).sum());
    assertThat(bars)
        .filteredOn(bar -> hasClass(bar, "overruled"))
        .allSatisfy(bar -> assertThat(title(bar)).endsWith("does not decide"))
        .hasSize(7);
    assertApart(bars.stream().map(bar -> child(bar, "rect", "whole")).toList());
  }

  @Test
  void lost_work_stands_below_the_workdays_that_lost_it() {
    // When
    Document drawing = drawn(Charts.of("/evaluation/request.json"));

    // Then
    List<Element> stretches = groups(drawing, "stretch");
    assertThat(stretches).hasSize(3);
    assertThat(title(stretches.getFirst()))
        .isEqualTo(
            "2019-05-20 to 2019-06-16: 20 workdays, 0.8 lost on each; contract 0.8 by e-1;"
                + " sick leave 0.8 by c-1; pension increase 0 by d-1");
    String outline = child(stretches.getFirst(), "path", "sick").getAttribute("d");
    assertThat(outline.split("z")).hasSize(4);
    assertThat(outline).startsWith("M" + Svg.number(124 + 89 * DAY)).contains("v-57.6h19.4v57.6");
    assertThat(elements(stretches.getLast(), "path")).isEmpty();
  }

  @Test
  void losses_to_allowance_and_pension_are_stacked_and_differ_in_pattern() {
    // When
    List<Element> paths =
        groups(drawn(Charts.of("/chart/overruled.json")), "stretch").stream()
            .flatMap(stretch -> elements(stretch, "path").stream())
            .toList();

    // Then
    assertThat(paths).filteredOn(path -> hasClass(path, "from-allowance")).hasSize(3);
    assertThat(paths).filteredOn(path -> hasClass(path, "increase")).hasSize(2);
  }

  @Test
  void days_of_note_are_lines_and_their_labels_never_touch() {
    for (String person : List.of("/evaluation/request.json", "/chart/overruled.json")) {
      // When
      Document drawing = drawn(Charts.of(person));

      // Then
      List<Element> labels =
          elements(drawing.getDocumentElement(), "text").stream()
              .filter(text -> hasClass(text, "flag"))
              .toList();
      assertThat(labels).hasSizeGreaterThan(2);
      assertNoPair(
          labels,
          (one, other) ->
              number(one, "y") == number(other, "y")
                  && left(one) < right(other)
                  && left(other) < right(one));
    }
  }

  @Test
  void every_text_and_bar_stays_inside_the_drawing_whatever_the_stretch() {
    for (String[] days :
        List.of(
            new String[] {"2019-08-31", "2019-08-31"},
            new String[] {"2019-12-28", "2020-01-04"},
            new String[] {"2019-10-01", "2019-12-31"},
            new String[] {"2015-01-01", "2024-12-31"})) {
      // When
      Element drawing =
          drawn(Charts.of("/chart/overruled.json", days[0], days[1])).getDocumentElement();

      // Then
      double width = number(drawing, "width");
      assertThat(elements(drawing, "text"))
          .allSatisfy(text -> assertThat(right(text)).isLessThanOrEqualTo(width));
      assertThat(elements(drawing, "text"))
          .allSatisfy(text -> assertThat(left(text)).isGreaterThanOrEqualTo(0));
      assertThat(drawing.getAttribute("viewBox")).startsWith("0 0 " + Svg.number(width) + " ");
    }
  }

  @Test
  void a_record_id_with_markup_is_text_and_what_xml_cannot_hold_is_left_out() {
    // Given
    Chart chart =
        Charts.ofRequest(
            """
            {"definition":"mi-nav","indexDate":"2019-05-20","records":[
             {"type":"DISABILITY_PENSION","recordId":"<script>\\u0001&\\"d","version":1,
              "status":"ACTIVE","issuedAt":"2019-04-01T08:00:00Z",
              "periods":[{"from":"2019-05-01","to":null,"grade":50}]}]}
            """);

    // When
    Document drawing = drawn(chart);

    // Then
    assertThat(title(groups(drawing, "bar").getFirst())).startsWith("pension <script>&\"d: 50 %");
    assertThat(elements(drawing.getDocumentElement(), "script")).isEmpty();
  }

  @Test
  void the_drawing_names_itself_to_those_who_do_not_see_it_and_is_always_the_same() {
    // Given
    Chart chart = Charts.of("/evaluation/request.json");

    // When
    Element drawing = drawn(chart).getDocumentElement();

    // Then
    assertThat(drawing.getAttribute("role")).isEqualTo("img");
    assertThat(drawing.getAttribute("aria-labelledby")).isEqualTo("strip-title strip-desc");
    assertThat(elements(drawing, "desc").getFirst().getTextContent())
        .contains("P6M: 42.4 of 132 workdays lost", "2019-08-31 back at work on day 103", "by c-2");
    assertThat(Strip.of(ID, Charts.of("/evaluation/request.json"))).isEqualTo(Strip.of(ID, chart));
  }

  private static Document drawn(Chart chart) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(Strip.of(ID, chart))));
    } catch (Exception malformed) {
      throw new AssertionError(malformed);
    }
  }

  /** The groups of a class outside the legend. */
  private static List<Element> groups(Document drawing, String name) {
    return elements(drawing.getDocumentElement(), "g").stream()
        .filter(group -> hasClass(group, name) && !hasClass(group, "legend"))
        .toList();
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Element child(Element parent, String name, String style) {
    return elements(parent, name).stream()
        .filter(element -> hasClass(element, style))
        .findFirst()
        .orElseThrow();
  }

  private static boolean hasClass(Element element, String name) {
    return Arrays.asList(element.getAttribute("class").split(" ")).contains(name);
  }

  private static String title(Element group) {
    return elements(group, "title").getFirst().getTextContent();
  }

  private static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }

  private static double left(Element text) {
    double width = Svg.widthOf(text.getTextContent());
    return number(text, "x")
        - (hasClass(text, "end") ? width : hasClass(text, "middle") ? width / 2 : 0);
  }

  private static double right(Element text) {
    return left(text) + Svg.widthOf(text.getTextContent());
  }

  private static void assertApart(List<Element> rects) {
    ToDoubleFunction<Element> bottom = rect -> number(rect, "y") + number(rect, "height");
    ToDoubleFunction<Element> end = rect -> number(rect, "x") + number(rect, "width") - 0.2;
    assertNoPair(
        rects,
        (one, other) ->
            number(one, "x") < end.applyAsDouble(other)
                && number(other, "x") < end.applyAsDouble(one)
                && number(one, "y") < bottom.applyAsDouble(other)
                && number(other, "y") < bottom.applyAsDouble(one));
  }

  private static void assertNoPair(
      List<Element> elements, BiPredicate<Element, Element> disturbEachOther) {
    for (int i = 0; i < elements.size(); i++) {
      for (Element other : elements.subList(i + 1, elements.size())) {
        assertThat(disturbEachOther.test(elements.get(i), other)).isFalse();
      }
    }
  }

  private static Offset<Double> within() {
    return Offset.offset(0.11);
  }
}
