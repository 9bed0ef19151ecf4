package org.absentia.suite.launch;

import java.util.List;
import org.absentia.local.PostgresServer;
import org.absentia.suite.Component;

/** PostgreSQL, with the services' databases made as soon as it answers. */
record PostgresPart(PostgresServer server) implements Part {
  @Override
  public Component component() {
    return Component.POSTGRES;
  }

  @Override
  public void prepare() {
    server.prepare();
  }

  @Override
  public List<String> command() {
    return server.command();
  }

  @Override
  public boolean ready() {
    return server.ready();
  }

  @Override
  public void complete() {
    server.createDatabases();
  }

  /** A fast shutdown: TERM would wait until the last client has gone. */
  @Override
  public String stopSignal() {
    return "INT";
  }
}
