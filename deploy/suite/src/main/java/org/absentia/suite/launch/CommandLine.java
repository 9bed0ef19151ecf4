package org.absentia.suite.launch;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicBoolean;
import org.absentia.local.PortTaken;
import org.absentia.suite.Command;
import org.absentia.suite.Component;

/** Finds the command that the person asked for and runs it on their installation. */
public final class CommandLine {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private final Map<String, String> environment = new HashMap<>(System.getenv());
  private final Map<Component, Integer> ports = new EnumMap<>(Component.class);
  private final List<String> words = new ArrayList<>();
  private boolean fresh;

  private CommandLine(List<String> args) {
    Iterator<String> rest = args.iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      switch (word) {
        case "--fresh" -> fresh = true;
        case "--home" -> environment.put("ABSENTIA_HOME", Words.valueOf(word, rest));
        case "--port" -> movePort(Words.valueOf(word, rest));
        default -> words.add(word);
      }
    }
  }

  /** Runs the command and answers its exit code: 0 done, 1 failed, 2 not understood. */
  public static int run(List<String> args) {
    PrintStream err = System.err;
    try {
      return new CommandLine(args).run();
    } catch (LaunchFailure | PortTaken failure) {
      err.println(failure.getMessage());
      return FAILED;
    } catch (IllegalArgumentException misuse) {
      err.println(misuse.getMessage());
      return MISUSED;
    } catch (Exception bug) {
      bug.printStackTrace(err);
      return FAILED;
    }
  }

  private int run() throws Exception {
    String name = words.isEmpty() ? "help" : words.getFirst();
    if (List.of("help", "--help", "-h").contains(name)) {
      System.out.print(help());
      return 0;
    }
    Optional<Command> command = commands().stream().filter(c -> c.name().equals(name)).findFirst();
    if (command.isEmpty()) {
      throw new IllegalArgumentException("unknown command '" + name + "'\n\n" + help());
    }
    return run(command.get(), new LocalInstallation(Settings.of(environment, ports)));
  }

  /** On Ctrl-C everything that this run started is stopped; a finished run leaves it. */
  private int run(Command command, LocalInstallation installation) throws Exception {
    AtomicBoolean finished = new AtomicBoolean();
    Thread onInterrupt =
        new Thread(
            () -> {
              if (!finished.get()) {
                new PrintStream(System.err, true, StandardCharsets.UTF_8)
                    .println("\nstopping what this run started");
                installation.abandon();
              }
            },
            "stop-on-interrupt");
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    try {
      if (fresh) {
        installation.erase();
      }
      return command.run(words.subList(1, words.size()), installation);
    } finally {
      finished.set(true);
    }
  }

  private void movePort(String text) {
    int equals = text.indexOf('=');
    String label = equals < 0 ? text : text.substring(0, equals);
    Component component =
        Component.byLabel(label)
            .orElseThrow(() -> new IllegalArgumentException("--port NAME=PORT, not " + text));
    ports.put(component, Settings.port("--port " + label, text.substring(equals + 1)));
  }

  private static List<Command> commands() {
    return ServiceLoader.load(Command.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(Command::name))
        .toList();
  }

  private static String help() {
    StringBuilder help = new StringBuilder("usage: ./absentia COMMAND [OPTIONS]\n\n");
    for (Command command : commands()) {
      help.append(command.usage().stripTrailing().indent(2));
    }
    return help.append(
            """
              bench NAME
                  measure beside baselines in the same run, print a table and write .absentia/bench/NAME.json;
                  outcomes [--persons N] [--seed N] [--rounds N]        the derivation beside a loop, DuckDB and R
                  statistics [--only N] [--percent N] [--seed N] [--rounds N]    the statistics engine beside R
                  recomputation [--persons N] [--seed N]                everybody anew with one and two processes
                  latency [--persons N] [--seed N] [--seconds N]        corrected record to visible outcome
                  validity [--percent N] [--seed N]                     type I error and coverage of every method
              verify FILE | --cases FILE | --vectors FILE
                  check a trial's bundle without any service, each fault with its place
              test
                  check the format, compile, run every test

            options of all commands:
              --fresh             first stop everything and delete all data (keys and secrets stay)
              --home DIRECTORY    where the data lie (ABSENTIA_HOME; default .absentia)
              --port NAME=PORT    move a component (ABSENTIA_PORT_NAME), for example
                                  --port kafka=9092 or ABSENTIA_PORT_REGISTRY_INGEST=9081
            """)
        .toString();
  }
}
