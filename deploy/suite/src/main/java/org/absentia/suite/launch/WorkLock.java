package org.absentia.suite.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.absentia.local.Directories;
import org.jspecify.annotations.Nullable;

/** Lets one launcher at a time start or stop the processes of an installation. */
final class WorkLock implements AutoCloseable {
  private final FileChannel channel;

  private WorkLock(FileChannel channel) {
    this.channel = channel;
  }

  static WorkLock take(Path home) {
    try {
      Directories.makePrivate(home);
      FileChannel channel =
          FileChannel.open(
              home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new LaunchFailure("another ./absentia is starting or stopping " + home + " just now");
      }
      return new WorkLock(channel);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
