package org.absentia.bench.service;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.absentia.local.RunningStack;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;

/** How many bytes the broker keeps of each topic, one replica, uncompressed. */
final class TopicSizes {
  private static final int BROKER = 1;

  private TopicSizes() {}

  static Map<String, Long> of(RunningStack stack) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
      return admin.describeLogDirs(List.of(BROKER)).allDescriptions().get().values().stream()
          .flatMap(directories -> directories.values().stream())
          .map(LogDirDescription::replicaInfos)
          .flatMap(replicas -> replicas.entrySet().stream())
          .collect(
              Collectors.groupingBy(
                  replica -> replica.getKey().topic(),
                  Collectors.summingLong(replica -> replica.getValue().size())));
    } catch (ExecutionException refused) {
      throw new IllegalStateException("the broker does not tell sizes", refused);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }
}
