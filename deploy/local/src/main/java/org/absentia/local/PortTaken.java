package org.absentia.local;

/** Says that something else already listens on a port we were told to use, and what it is. */
public final class PortTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the process that wanted the port, the port, and whoever holds it. */
  public PortTaken(String wantedBy, int port, String holder) {
    super("port " + port + ", wanted by " + wantedBy + ", is taken by " + holder);
  }
}
