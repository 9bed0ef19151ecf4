package org.absentia.analysis;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.absentia.local.LocalStack;

/**
 * Goes through the OIDC login as a person's browser does: redirects, cookies, the issuer's form.
 */
final class BrowserLogin {

  private static final int MOST_REDIRECTS = 5;

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();

  /** Open a page, choose a role at the issuer and return what the browser shows in the end. */
  HttpResponse<String> open(URI page, String role) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(page);
    for (int i = 0; i < MOST_REDIRECTS && answer.statusCode() == 302; i++) {
      URI next = page.resolve(answer.headers().firstValue("Location").orElseThrow());
      answer = next.toString().startsWith(LocalStack.issuer()) ? choose(next, role) : get(next);
    }
    return answer;
  }

  private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(address).header("Accept", "text/html").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Send the issuer's form with what it carried in its hidden fields. */
  private HttpResponse<String> choose(URI form, String role)
      throws IOException, InterruptedException {
    String fields = form.getRawQuery() + "&role=" + role + "&trials=*";
    return browser.send(
        HttpRequest.newBuilder(form.resolve("/authorize"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
