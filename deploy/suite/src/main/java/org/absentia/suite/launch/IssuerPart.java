package org.absentia.suite.launch;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.absentia.local.TokenIssuer;
import org.absentia.suite.Component;

/** The token issuer. */
record IssuerPart(Path directory, int port) implements Part {
  @Override
  public Component component() {
    return Component.ISSUER;
  }

  @Override
  public List<String> command() {
    return Jvm.ofOurs(
        TokenIssuer.class,
        List.of("-Xmx48m"),
        List.of(directory.toString(), Integer.toString(port)));
  }

  @Override
  public boolean ready() {
    return Probe.answersOk(URI.create(TokenIssuer.address(port) + "/health"));
  }
}
