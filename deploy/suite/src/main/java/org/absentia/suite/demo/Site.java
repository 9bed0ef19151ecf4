package org.absentia.suite.demo;

import java.net.URI;
import java.nio.file.Path;

/** Where the services of one installation are, and tokens to speak to them. */
public interface Site {
  URI address(Service service);

  String kafka();

  /** A bearer token for a role on all trials. */
  String token(String role);

  /** The directory in which the demo notes how far it has come. */
  Path home();
}
