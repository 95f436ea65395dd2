package io.modulecontract.fuzz;

import io.modulecontract.abi.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * What a worker process is told, as a file.
 *
 * @param module the module's file
 * @param descriptor the descriptor's file
 * @param limits what the user said of memory and time
 * @param seed what random choices are made from; each worker has its own
 * @param engine what makes the inputs
 * @param compares whether compares are told to it
 * @param time how long it fuzzes
 * @param corpus the folder of the corpus, shared with other workers
 * @param work the folder of everything else: seeds, words, suspects, state
 * @param index which worker it is
 * @param merge whether it runs the corpus once, and notes what is worth keeping
 */
record WorkerSettings(
    Path module,
    Optional<Path> descriptor,
    Limits limits,
    long seed,
    FuzzEngine engine,
    boolean compares,
    Duration time,
    Path corpus,
    Path work,
    int index,
    boolean merge) {

  /** Those of one worker of a campaign. */
  static WorkerSettings of(Path module, FuzzOptions options, Places places, int index) {
    return new WorkerSettings(
        module.toAbsolutePath(),
        options.descriptor().map(Path::toAbsolutePath),
        options.limits(),
        options.seed(),
        options.engine(),
        options.compares(),
        options.time(),
        places.corpus().toAbsolutePath(),
        places.work().toAbsolutePath(),
        index,
        false);
  }

  /** The same, to run the corpus once. */
  WorkerSettings merging() {
    return new WorkerSettings(
        module, descriptor, limits, seed, engine, compares, time, corpus, work, index, true);
  }

  Path seeds() {
    return work.resolve("seeds");
  }

  Path words() {
    return work.resolve("words.dict");
  }

  Path suspects() {
    return work.resolve("suspects");
  }

  Path state() {
    return work.resolve("worker-" + index + ".state");
  }

  Path log() {
    return work.resolve("worker-" + index + ".log");
  }

  /** The names of the inputs that are worth keeping. */
  Path kept() {
    return work.resolve("kept");
  }

  Path file() {
    return work.resolve("worker-" + index + ".settings");
  }

  /** The same for another time. */
  WorkerSettings lasting(Duration other) {
    return new WorkerSettings(
        module, descriptor, limits, seed, engine, compares, other, corpus, work, index, merge);
  }

  void write() throws IOException {
    Properties all = new Properties();
    all.setProperty("module", module.toString());
    descriptor.ifPresent(path -> all.setProperty("descriptor", path.toString()));
    limits.memoryPages().ifPresent(pages -> all.setProperty("memoryPages", "" + pages));
    limits.deadline().ifPresent(time -> all.setProperty("deadlineMs", "" + time.toMillis()));
    all.setProperty("seed", Long.toString(seed));
    all.setProperty("engine", engine.toString());
    all.setProperty("compares", Boolean.toString(compares));
    all.setProperty("timeMs", Long.toString(time.toMillis()));
    all.setProperty("corpus", corpus.toString());
    all.setProperty("work", work.toString());
    all.setProperty("index", Integer.toString(index));
    all.setProperty("merge", Boolean.toString(merge));
    StringWriter text = new StringWriter();
    all.store(text, null);
    WholeFile.write(file(), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  static WorkerSettings read(Path file) throws IOException {
    Properties all = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    String pages = all.getProperty("memoryPages");
    String deadline = all.getProperty("deadlineMs");
    return new WorkerSettings(
        Path.of(all.getProperty("module")),
        Optional.ofNullable(all.getProperty("descriptor")).map(Path::of),
        new Limits(
            pages == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(pages)),
            Optional.ofNullable(deadline).map(Long::parseLong).map(Duration::ofMillis)),
        Long.parseLong(all.getProperty("seed")),
        FuzzEngine.byName(all.getProperty("engine")).orElseThrow(),
        Boolean.parseBoolean(all.getProperty("compares")),
        Duration.ofMillis(Long.parseLong(all.getProperty("timeMs"))),
        Path.of(all.getProperty("corpus")),
        Path.of(all.getProperty("work")),
        Integer.parseInt(all.getProperty("index")),
        Boolean.parseBoolean(all.getProperty("merge")));
  }
}
