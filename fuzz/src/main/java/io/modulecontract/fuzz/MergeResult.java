package io.modulecontract.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A corpus that was made smaller.
 *
 * @param module the module
 * @param corpus its folder
 * @param before how many inputs it had
 * @param after how many it has
 */
public record MergeResult(Path module, Path corpus, int before, int after) {

  /** Takes out of a corpus what is not worth keeping; only inputs that were run as a whole. */
  static MergeResult of(Path module, Path corpus, List<String> worthKeeping) throws IOException {
    Set<String> kept = new HashSet<>(worthKeeping);
    List<Path> files = Corpus.files(corpus);
    int after = files.size();
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (Corpus.isInput(file)
          && !kept.contains(name)
          && Files.size(file) <= JazzerEngine.LONGEST
          && Corpus.name(Files.readAllBytes(file)).equals(name)) {
        Files.delete(file);
        after--;
      }
    }
    return new MergeResult(module, corpus, files.size(), after);
  }
}
