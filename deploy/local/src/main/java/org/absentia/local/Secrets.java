package org.absentia.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;

/** Keeps secrets in files that only their owner may read; each is made once, on first use. */
public final class Secrets {
  private static final int KEY_BYTES = 32;
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path directory;
  private final SecureRandom random = new SecureRandom();

  /** Keeps secrets in the given directory, which is made with the first of them. */
  public Secrets(Path directory) {
    this.directory = directory;
  }

  /** Reads a key of 256 random bits in base64, making it on first use. */
  public String key(String name) {
    return text(name, this::randomKey);
  }

  /** Reads a password fit for URLs and configuration files, making it on first use. */
  public String password(String name) {
    return text(name, () -> randomKey().replaceAll("[+/=]", "x"));
  }

  /** Reads a secret text, making it on first use with the given supplier. */
  public String text(String name, Supplier<String> first) {
    Path file = file(name);
    try {
      if (!Files.exists(file)) {
        write(file, first.get());
      }
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The file a secret lies in, for programs that read it themselves. */
  public Path file(String name) {
    return directory.resolve(name);
  }

  /** If another thread or process is first, its secret counts. */
  private void write(Path file, String text) throws IOException {
    Directories.makePrivate(directory);
    Path draft =
        Files.createTempFile(directory, file.getFileName().toString(), "", OWNER_ONLY_FILE);
    Files.writeString(draft, text + "\n", StandardCharsets.UTF_8);
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException another) {
      // read theirs
    } finally {
      Files.delete(draft);
    }
  }

  private String randomKey() {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
