package io.modulecontract.fuzz;

import java.nio.file.Path;

/**
 * Where the files of one module's campaign are.
 *
 * @param corpus the inputs
 * @param findings what was confirmed
 * @param work what the workers are told and leave
 */
record Places(Path corpus, Path findings, Path work) {

  /**
   * Those of a module.
   *
   * @param name the module's name among several, or empty when it is the only one
   */
  static Places of(FuzzOptions options, String name) {
    Path corpus = options.corpus().orElse(options.reportDir().resolve("corpus"));
    return new Places(
        corpus.resolve(name),
        options.reportDir().resolve("findings").resolve(name),
        options.reportDir().resolve("fuzz").resolve(name));
  }

  Path suspects() {
    return work.resolve("suspects");
  }

  Path words() {
    return work.resolve("words.dict");
  }

  Path seeds() {
    return work.resolve("seeds");
  }
}
