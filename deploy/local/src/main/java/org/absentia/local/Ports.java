package org.absentia.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Finds free ports on the loopback address and tells who holds a taken one. */
public final class Ports {
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private Ports() {}

  /**
   * Picks a port nobody listens on. It lies below the range from which the kernel serves outgoing
   * connections, so that none of those takes it between this answer and its use.
   */
  public static int free() {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port between " + LOWEST + " and " + HIGHEST);
  }

  /** Tells whether a server could listen on the loopback port now. */
  public static boolean isFree(int port) {
    if (answers(port)) {
      return false;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /**
   * Fails with the holder's name and pid when the port is taken, and stays so for a moment: a
   * process that was just killed may still be letting go of it.
   */
  public static void requireFree(String wantedBy, int port) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isFree(port)) {
      if (System.nanoTime() > deadline) {
        throw new PortTaken(wantedBy, port, Listener.on(port));
      }
      ProcessIdentity.Signals.pause(50);
    }
  }

  /** Tells whether something accepts connections on the loopback port. */
  public static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 250);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
