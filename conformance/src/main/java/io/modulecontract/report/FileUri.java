package io.modulecontract.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A file's name as a URI: relative where the name is, so that a report can move with its tree. */
final class FileUri {

  private static final String UNESCAPED =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";

  private FileUri() {}

  /** The URI reference of a file as the user named it, on any system. */
  static String of(String file) {
    boolean drive = file.matches("(?s)[A-Za-z]:[\\\\/].*");
    String path = drive || file.startsWith("\\\\") ? file.replace('\\', '/') : file;
    if (drive) {
      return "file:///" + path.substring(0, 2) + escape(path.substring(2));
    }
    if (path.startsWith("//")) {
      return "file:" + escape(path);
    }
    return path.startsWith("/") ? "file://" + escape(path) : escape(path);
  }

  private static String escape(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte part : path.getBytes(StandardCharsets.UTF_8)) {
      char plain = (char) (part & 0xFF);
      if (UNESCAPED.indexOf(plain) >= 0) {
        uri.append(plain);
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", part & 0xFF));
      }
    }
    return uri.toString();
  }
}
