package io.modulecontract.container;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * The sources of a crate or a workspace, without what a build or a version control system keeps
 * beside them: results of earlier builds must not reach the container.
 *
 * @param leftOut further folders right in the root that are not sources
 */
record SourceTree(Path root, Set<String> leftOut) {

  /** Writes an archive of the tree with all names below a folder, such as {@code src}. */
  void writeTar(OutputStream target, String folder) throws IOException {
    try (Tar tar = new Tar(target)) {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path entry, BasicFileAttributes attributes) {
              return isSource(entry) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              String name = folder + "/" + root.relativize(file).toString().replace('\\', '/');
              if (attributes.isSymbolicLink()) {
                tar.addLink(name, file);
              } else if (attributes.isRegularFile()) {
                tar.addFile(name, file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    }
  }

  private boolean isSource(Path folder) {
    if (folder.equals(root)) {
      return true;
    }
    String name = folder.getFileName().toString();
    // A module may be called target; cargo's own folder of that name lies beside a Cargo.toml.
    boolean cargoOutput =
        name.equals("target") && Files.exists(folder.resolveSibling("Cargo.toml"));
    return !name.equals(".git")
        && !cargoOutput
        && !(root.equals(folder.getParent()) && leftOut.contains(name));
  }
}
