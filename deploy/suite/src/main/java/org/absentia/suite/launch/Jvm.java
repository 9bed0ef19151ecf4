package org.absentia.suite.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.absentia.local.JvmFlags;

/** Command lines for JVMs like the one we run in. */
final class Jvm {
  private Jvm() {}

  /** A JVM that runs a main class of our own class path. */
  static List<String> ofOurs(Class<?> main, List<String> flags, List<String> arguments) {
    List<String> command = java(flags);
    command.addAll(logging());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return command;
  }

  /** A JVM that runs a program of its own. */
  static List<String> ofProgram(Path jar, List<String> flags) {
    List<String> command = java(flags);
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }

  private static List<String> java(List<String> flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmFlags.SMALL);
    command.addAll(flags);
    return command;
  }

  private static List<String> logging() {
    String logger = "-Dorg.slf4j.simpleLogger.";
    return List.of(
        logger + "defaultLogLevel=warn",
        logger + "log.kafka.server.KafkaRaftServer=info",
        // it warns about every first start, because the log is empty then
        logger + "log.org.apache.kafka.controller.QuorumController=error",
        logger + "showDateTime=true",
        logger + "dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
  }
}
