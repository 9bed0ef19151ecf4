package org.absentia.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Unpacks the PostgreSQL programs, which come as a Maven dependency, once per user and version into
 * the user's cache directory.
 */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /** Answers the directory that holds {@code bin/postgres}, unpacking it on first use. */
  static Path unpacked() {
    Path cache = cacheDirectory();
    String archive = archiveName();
    try {
      Files.createDirectories(cache);
      Path lockFile = cache.resolve("postgres.lock");
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        return unpackOnce(cache, archive);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot unpack PostgreSQL into " + cache, failed);
    }
  }

  private static Path unpackOnce(Path cache, String archive) throws IOException {
    URL packed = PostgresBinaries.class.getResource("/" + archive);
    if (packed == null) {
      throw new IllegalStateException(
          "no PostgreSQL for this machine on the class path (/" + archive + ")");
    }
    URLConnection connection = packed.openConnection();
    long size = connection.getContentLengthLong();
    Path home = cache.resolve(archive.replace(".txz", "") + "-" + size);
    if (!Files.isExecutable(home.resolve("bin/postgres"))) {
      Path draft = Files.createTempDirectory(cache, "unpacking");
      try (InputStream content = connection.getInputStream()) {
        unpack(content, draft);
      }
      Directories.delete(home);
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return home;
  }

  private static void unpack(InputStream packed, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(packed, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("entry outside the archive: " + entry.getName());
        }
        unpackEntry(tar, entry, path);
      }
    }
  }

  private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(path, permissions(entry.getMode()));
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> allowed =
        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    if ((mode & 0100) != 0) {
      allowed.add(PosixFilePermission.OWNER_EXECUTE);
    }
    return allowed;
  }

  private static String archiveName() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String architecture = System.getProperty("os.arch");
    String system = os.contains("mac") ? "darwin" : "linux";
    String processor =
        switch (architecture) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64" -> "arm_64";
          default -> throw new IllegalStateException("no PostgreSQL is packed for " + architecture);
        };
    return "postgres-" + system + "-" + processor + ".txz";
  }

  private static Path cacheDirectory() {
    String configured = System.getenv("XDG_CACHE_HOME");
    Path caches =
        configured == null || configured.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(configured);
    return caches.resolve("absentia");
  }
}
