package org.absentia.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page on which a person picks the role to act in. It sends nobody away from this machine. */
final class SignInPage {
  private static final String HTML = "text/html";
  private static final List<String> CARRIED =
      List.of(
          "client_id", "redirect_uri", "state", "nonce", "code_challenge", "code_challenge_method");

  private final TokenRequests requests;

  SignInPage(TokenRequests requests) {
    this.requests = requests;
  }

  TokenIssuer.Answer answer(HttpExchange exchange) throws IOException {
    boolean submitted = exchange.getRequestMethod().equals("POST");
    Map<String, List<String>> fields =
        submitted ? TokenIssuer.form(exchange) : query(exchange.getRequestURI());
    Optional<String> redirect = Forms.first(fields, "redirect_uri").filter(SignInPage::onThisHost);
    Optional<String> client = Forms.first(fields, "client_id");
    if (redirect.isEmpty() || client.isEmpty()) {
      return page(400, "Cannot sign in", "<p>The application sent no usable return address.</p>");
    }
    Optional<String> role = Forms.first(fields, "role").filter(Role.NAMES::contains);
    return submitted && role.isPresent()
        ? redirect(fields, role.get(), client.get(), redirect.get())
        : page(200, "Sign in to Absentia", choice(fields));
  }

  TokenIssuer.Answer signOut(HttpExchange exchange) {
    Map<String, List<String>> fields = query(exchange.getRequestURI());
    Optional<String> back =
        Forms.first(fields, "post_logout_redirect_uri").filter(SignInPage::onThisHost);
    String state =
        Forms.first(fields, "state").map(value -> "state=" + Forms.encode(value)).orElse("");
    return back.map(target -> TokenIssuer.Answer.redirect(withQuery(target, state)))
        .orElseGet(() -> page(200, "Signed out", "<p>You may close this page.</p>"));
  }

  private TokenIssuer.Answer redirect(
      Map<String, List<String>> fields, String role, String client, String redirect) {
    List<String> trials =
        Forms.first(fields, "trials").stream()
            .flatMap(text -> Stream.of(text.strip().split("[,\\s]+")))
            .toList();
    String code =
        requests.remember(
            new TokenRequests.Grant(
                TokenMint.Subject.of(role, trials),
                client,
                redirect,
                Forms.first(fields, "nonce"),
                Forms.first(fields, "code_challenge")));
    String state =
        Forms.first(fields, "state").map(value -> "&state=" + Forms.encode(value)).orElse("");
    return TokenIssuer.Answer.redirect(withQuery(redirect, "code=" + code + state));
  }

  private static String choice(Map<String, List<String>> fields) {
    String hidden =
        CARRIED.stream()
            .flatMap(name -> Forms.first(fields, name).map(v -> hiddenField(name, v)).stream())
            .collect(Collectors.joining());
    String roles = Role.NAMES.stream().map(SignInPage::radio).collect(Collectors.joining());
    return """
        <p>This sign-in exists on this machine only. Choose the role to act in.</p>
        <form method="post" action="/authorize">%s
        <fieldset><legend>Role</legend>%s</fieldset>
        <p><label for="trials">Trials, separated by commas (* for all)</label><br>
        <input id="trials" name="trials" value="*" autocomplete="off"></p>
        <p><button type="submit">Sign in</button></p></form>
        """
        .formatted(hidden, roles);
  }

  private static String radio(String role) {
    String checked = role.equals("analyst") ? " checked" : "";
    return "<p><label><input type=\"radio\" name=\"role\" required value=\"%s\"%s> %s</label></p>\n"
        .formatted(role, checked, role);
  }

  private static String hiddenField(String name, String value) {
    return "<input type=\"hidden\" name=\"%s\" value=\"%s\">\n".formatted(name, escape(value));
  }

  private static TokenIssuer.Answer page(int status, String title, String body) {
    String html =
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 2rem auto;
               padding: 0 1rem; color: #1b1b1b; background: #fff; }
        fieldset p { margin: .2rem 0; } label { display: inline-block; padding: .2rem 0; }
        button { font: inherit; padding: .5rem 1.2rem; }
        </style></head>
        <body><main><h1>%s</h1>
        %s</main></body></html>
        """
            .formatted(title, title, body);
    return new TokenIssuer.Answer(status, HTML, html);
  }

  private static boolean onThisHost(String address) {
    try {
      URI uri = URI.create(address);
      return "http".equals(uri.getScheme())
          && List.of("127.0.0.1", "localhost").contains(uri.getHost());
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static String withQuery(String address, String query) {
    return query.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + query;
  }

  private static Map<String, List<String>> query(URI uri) {
    return Forms.parse(Optional.ofNullable(uri.getRawQuery()).orElse(""));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
