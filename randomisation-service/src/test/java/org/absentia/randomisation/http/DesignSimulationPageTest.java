package org.absentia.randomisation.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** What a design gives away, asked by a program and read by a person. */
@QuarkusTest
class DesignSimulationPageTest extends ServiceTest {
  private static final String BIG_STICK =
      "{\"design\":{\"method\":\"BIG_STICK\",\"arms\":[\"A\",\"B\"],\"limit\":3},\"n\":166%s}";

  @Test
  void a_design_is_simulated_with_the_defaults_of_the_contract() {
    simulate("statistician", BIG_STICK.formatted(""))
        .then()
        .statusCode(200)
        .body("method", equalTo("BIG_STICK"))
        .body("n", equalTo(166))
        .body("runs", equalTo(10_000))
        .body("seed", equalTo(1))
        .body("theta", equalTo(1f))
        .body("eta", equalTo(0.5f))
        .body("exact", equalTo(true))
        .body("typeIError.selectionBias.standardError", notNullValue());
  }

  @Test
  void equal_seeds_give_equal_answers_and_others_do_not() {
    // When
    String first = simulate("auditor", BIG_STICK.formatted(",\"seed\":7")).asString();
    String again = simulate("approver", BIG_STICK.formatted(",\"seed\":7")).asString();
    String other = simulate("auditor", BIG_STICK.formatted(",\"seed\":8")).asString();

    // Then
    assertThat(again).isEqualTo(first);
    assertThat(other.replace("\"seed\":8", "\"seed\":7")).isNotEqualTo(first);
  }

  @Test
  void a_request_names_each_of_its_faults() {
    simulate(
            "statistician",
            "{\"design\":{\"method\":\"BIG_STICK\",\"arms\":[\"A\",\"B\",\"C\"],\"limit\":0,\"more\":1},"
                + "\"n\":0,\"runs\":9999,\"theta\":3,\"eta\":-1,\"other\":1}")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-simulation"))
        .body(
            "errors.pointer",
            hasItems("/design/limit", "/design/more", "/n", "/runs", "/theta", "/eta", "/other"));
    simulate(
            "statistician",
            "{\"design\":{\"method\":\"IMPORTED_LIST\",\"arms\":[\"A\",\"B\"]},\"n\":9}")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/design/method"));
    simulate(
            "statistician",
            "{\"design\":{\"method\":\"PERMUTED_BLOCK\",\"arms\":[\"A\",\"B\"],\"ratio\":[1,1],\"blockSizes\":[9998,10000]},\"n\":9}")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/design/blockSizes"));
  }

  @Test
  void more_allocations_than_a_call_simulates_are_refused() {
    simulate(
            "statistician",
            "{\"design\":{\"method\":\"SIMPLE\",\"arms\":[\"A\",\"B\"],\"ratio\":[1,1]},\"n\":10000,\"runs\":10000}")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/simulation-too-large"));
  }

  @Test
  void who_recruits_or_sees_arms_learns_nothing_of_designs() {
    for (String role : new String[] {"recruiter", "allocator", "analyst", "deliverer"}) {
      simulate(role, BIG_STICK.formatted("")).then().statusCode(403);
      as(role).accept(ContentType.HTML).get("/design-simulations").then().statusCode(403);
    }
  }

  @Test
  void a_browser_without_token_is_sent_to_the_login_and_a_program_that_posts_is_not() {
    // When
    Response page =
        given().redirects().follow(false).accept(ContentType.HTML).get("/design-simulations?n=20");

    // Then
    page.then().statusCode(302);
    assertThat(page.getHeader("Location"))
        .contains("code_challenge=", "client_id=randomisation-designs");
    given()
        .redirects()
        .follow(false)
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/design-simulations")
        .then()
        .statusCode(401);
  }

  @Test
  void the_page_shows_all_usual_designs_with_the_exact_shares_of_the_contract() throws Exception {
    // When
    String page = page("");

    // Then: section 6 of the contract
    assertThat(page)
        .contains("Permuted blocks of 4", "Big stick, limit 3", "Wei\u2019s urn", "Simple")
        .contains("58.2%", "53.1%", "16.4%")
        .doesNotContain("<script", "http://127", "https://", "src=");
    assertThat(page("?n=24")).contains("17/24", "41/60", "1/3", "1/4");
    assertWellFormedDrawings(page);
  }

  @Test
  void the_page_shows_the_designs_that_were_chosen_and_none_else() {
    // When
    String page =
        page(
            "?arms=3&design=three-blocks-6&design=three-block-urn-3&design=simple&n=24&theta=0&eta=0");

    // Then
    assertThat(rows(page)).containsExactly("Permuted blocks of 6", "Block urn, \u03bb = 3");
    assertThat(page).contains("101/180", "24 participants and 3 arms");
  }

  @Test
  void an_own_design_stands_beside_the_chosen_ones_and_its_faults_are_told() {
    // When
    String good =
        page(
            "?n=24&design=simple&own="
                + encoded("{\"method\":\"PERMUTED_BLOCK\",\"ratio\":[2,1],\"blockSizes\":[6]}"));
    String bad =
        page("?n=24&design=simple&own=" + encoded("{\"method\":\"BIG_STICK\",\"limit\":0}"));

    // Then: 67/90 in section 6 of the contract
    assertThat(rows(good)).containsExactly("Simple", "Own design");
    assertThat(good).contains("67/90", "13/45");
    assertThat(rows(bad)).containsExactly("Simple");
    assertThat(bad).contains("Own design /limit");
  }

  @Test
  void what_the_reader_typed_comes_back_as_text_and_faults_keep_the_default() {
    // When
    String page =
        page("?design=simple&n=1e9&theta=7&own=" + encoded("</textarea><script>alert(1)</script>"));

    // Then
    assertThat(page)
        .doesNotContain("<script")
        .contains("&lt;/textarea&gt;&lt;script&gt;")
        .contains("Participants: must be", "Time trend: must be", "166 participants");
  }

  private static Response simulate(String role, String body) {
    return as(role).body(body).post("/design-simulations");
  }

  private static String page(String query) {
    return as("statistician")
        .accept(ContentType.HTML)
        .urlEncodingEnabled(false)
        .get("/design-simulations" + query)
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("Cache-Control", containsString("no-store"))
        .contentType(ContentType.HTML)
        .extract()
        .asString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> rows(String page) {
    return Pattern.compile("</span>([^<]+)</th>")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static void assertWellFormedDrawings(String page) throws Exception {
    Matcher drawing = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(page);
    int drawings = 0;
    while (drawing.find()) {
      var root =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(drawing.group())))
              .getDocumentElement();
      assertThat(root.getElementsByTagName("desc").item(0).getTextContent()).contains("Simple");
      drawings++;
    }
    assertThat(drawings).isEqualTo(2);
  }
}
