package io.modulecontract.binary;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one core module, read once: everything that is said about the module later is said
 * about these bytes. That they begin like a core module is certain, nothing more.
 */
public final class ModuleFile {

  /** The largest file that is read, 512 MiB: the largest real modules are a tenth of it. */
  public static final long MAX_LENGTH = 512L << 20;

  private final String name;
  private final byte[] bytes;

  /** Made when it is first asked for; two threads that ask at once make the same. */
  private @Nullable String sha256;

  private ModuleFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /**
   * Reads a file.
   *
   * @param path the file, as the user named it
   * @throws UnreadableModule if there is no such file, or it is no core module
   */
  public static ModuleFile read(Path path) throws UnreadableModule {
    String name = path.toString();
    try {
      BasicFileAttributes before = Files.readAttributes(path, BasicFileAttributes.class);
      if (before.isDirectory()) {
        throw new UnreadableModule(name + ": expected a file, found a directory");
      }
      if (!before.isRegularFile()) {
        // A pipe may never end, nor even begin.
        throw new UnreadableModule(name + ": expected a file, found a device or a pipe");
      }
      if (before.size() > MAX_LENGTH) {
        throw tooLong(name, before.size() + " bytes");
      }
      byte[] bytes;
      try (InputStream in = Files.newInputStream(path)) {
        // One byte more than allowed: the file may grow.
        bytes = in.readNBytes((int) MAX_LENGTH + 1);
      }
      if (bytes.length > MAX_LENGTH) {
        throw tooLong(name, "more");
      }
      BasicFileAttributes after = Files.readAttributes(path, BasicFileAttributes.class);
      if (bytes.length != before.size()
          || before.size() != after.size()
          || !before.lastModifiedTime().equals(after.lastModifiedTime())) {
        throw new UnreadableModule(
            name + ": expected a file at rest, found that it changed while it was read");
      }
      return checked(name, bytes);
    } catch (NoSuchFileException e) {
      throw new UnreadableModule(name + ": expected a module, found no such file");
    } catch (AccessDeniedException e) {
      throw new UnreadableModule(name + ": expected a readable file, found that access is denied");
    } catch (IOException e) {
      throw new UnreadableModule(name + ": expected a readable file, found: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      throw new UnreadableModule(
          name + ": expected a file that fits into the memory of this JVM, found a larger one");
    }
  }

  /**
   * Takes bytes that are at hand.
   *
   * @param name what to call them
   * @param bytes the module; copied
   * @throws UnreadableModule if they are no core module
   */
  public static ModuleFile of(String name, byte[] bytes) throws UnreadableModule {
    return checked(name, bytes.clone());
  }

  private static ModuleFile checked(String name, byte[] bytes) throws UnreadableModule {
    String trouble = FileKind.troubleWith(bytes);
    if (trouble != null) {
      throw new UnreadableModule(name + ": " + trouble);
    }
    return new ModuleFile(name, bytes);
  }

  private static UnreadableModule tooLong(String name, String found) {
    return new UnreadableModule(
        name + ": expected at most " + MAX_LENGTH + " bytes, found " + found);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The file as the user named it. */
  public String name() {
    return name;
  }

  /** The digest of all bytes, 64 hexadecimal digits. */
  public String sha256() {
    String known = sha256;
    if (known == null) {
      known = sha256(bytes);
      sha256 = known;
    }
    return known;
  }

  /** How many bytes there are. */
  public int length() {
    return bytes.length;
  }

  /** The bytes themselves, not a copy: nobody in this package writes to them. */
  byte[] bytes() {
    return bytes;
  }

  /** The bytes once more from the start, for a reader of streams. */
  public InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public String toString() {
    return name + " (" + bytes.length + " bytes, sha256 " + sha256() + ")";
  }
}
