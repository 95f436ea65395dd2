package io.modulecontract.fuzz;

import io.modulecontract.abi.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a campaign is asked for.
 *
 * @param time how long each module is fuzzed
 * @param jobs how many worker processes share its corpus
 * @param seed what random choices are made from
 * @param engine what makes the inputs
 * @param compares whether the engine is told what the guest compares
 * @param corpus the folder of the corpus; empty means the one below the report directory
 * @param reportDir the report directory
 * @param descriptor the descriptor's file; empty means the one beside the module, if there is one
 * @param limits what the user said of memory and time
 */
public record FuzzOptions(
    Duration time,
    int jobs,
    long seed,
    FuzzEngine engine,
    boolean compares,
    Optional<Path> corpus,
    Path reportDir,
    Optional<Path> descriptor,
    Limits limits) {

  /** What of it a replay must be given again. */
  String allowed() {
    StringBuilder words = new StringBuilder();
    descriptor.ifPresent(
        path ->
            words
                .append(" --descriptor ")
                .append(io.modulecontract.verdict.ShellWord.of(path.toString())));
    limits
        .memoryPages()
        .ifPresent(pages -> words.append(" --memory-limit ").append(pages).append("pages"));
    limits
        .deadline()
        .ifPresent(limit -> words.append(" --deadline ").append(limit.toMillis()).append("ms"));
    return words.toString();
  }
}
