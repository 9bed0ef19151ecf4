package org.absentia.platform.event;

import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/**
 * Gives each channel a consumer group of its own, {@code outcome-service.trial-opened}. In one
 * group for all, every consumer that comes, goes or dies makes the others of its service pause and
 * share out anew, although no two of them read the same topic.
 */
@ApplicationScoped
public class GroupPerChannel implements ClientCustomizer<Map<String, Object>> {
  private static final String GROUP = "group.id";

  /** What tells one reader of a service's topics from the one before it. */
  public interface Reader {
    /** Ends the name of every group; the same for as long as offsets count. */
    String suffix();
  }

  private final Instance<Reader> reader;

  GroupPerChannel(Instance<Reader> reader) {
    this.reader = reader;
  }

  @Override
  public Map<String, Object> customize(
      String channel, Config channelConfig, Map<String, Object> clientConfig) {
    Object group = clientConfig.get(GROUP);
    if (group == null) {
      return clientConfig; // a producer
    }
    String suffix = reader.isResolvable() ? reader.get().suffix() : "";
    Map<String, Object> customized = new HashMap<>(clientConfig);
    customized.put(GROUP, group + "." + channel + suffix);
    return customized;
  }
}
