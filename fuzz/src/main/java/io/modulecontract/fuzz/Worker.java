package io.modulecontract.fuzz;

import io.modulecontract.script.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the inputs that an engine makes, and keeps what it has done where its parent can see it. */
final class Worker implements InputRunner {

  private static final long TOLD_EVERY = 500_000_000L;

  private final FuzzSubject subject;
  private final WorkerSettings settings;
  private final FuzzRun run;
  private final Suspicion suspicion;
  private final Edges edges = new Edges();
  private final @Nullable Comparisons compares;
  private final @Nullable CompareSearch search;
  private final PhaseSampler sampler = new PhaseSampler(Thread.currentThread(), this::phase);
  private long began;
  private final long thread = Thread.currentThread().getId();
  private long told;
  private long cpuBefore;
  private long executions;
  private volatile boolean running;
  private boolean grew;
  private int counted;
  private long newest;

  /**
   * @param compares what the guest tells of them, if it does
   */
  Worker(FuzzSubject subject, WorkerSettings settings, @Nullable Comparisons compares) {
    this.compares = compares;
    this.subject = subject;
    this.settings = settings;
    this.run = new FuzzRun(subject);
    this.suspicion = new Suspicion(run, suspect -> write(suspect, SuspectFile.FIRST));
    suspicion.know(names(settings.suspects()));
    this.search =
        compares == null
            ? null
            : new CompareSearch(
                run,
                compares,
                edges,
                settings.corpus(),
                settings.seed() + settings.index(),
                this::once);
  }

  private static Set<String> names(Path folder) {
    String[] files = folder.toFile().list();
    Set<String> names = new HashSet<>();
    for (String file : files == null ? new String[0] : files) {
      names.add(file.replaceAll("\\.json$", ""));
    }
    return names;
  }

  @Override
  public void run(byte[] bytes) {
    if (executions == 0) {
      began = System.nanoTime();
      newest = began;
      told = began;
      cpuBefore = cpu();
      sampler.start();
    }
    running = true;
    edges.begin();
    once(bytes);
    grew = edges.grew();
    if (compares != null && search != null) {
      compares.tell();
      search.after(bytes);
    }
    running = false;
    long now = System.nanoTime();
    if (now - told > TOLD_EVERY) {
      told = now;
      tell(now);
    }
  }

  private Phase phase() {
    return running ? run.phase() : Phase.ENGINE;
  }

  private void once(byte[] bytes) {
    executions++;
    FuzzProgram program = run.decode(bytes);
    if (compares != null) {
      compares.begin();
    }
    Optional<Fault> fault = run.run(program);
    if (fault.isPresent()) {
      suspicion.of(program, fault.get()).ifPresent(this::keep);
    }
  }

  /** Whether the last input passed what none has passed before it. */
  boolean grew() {
    return grew;
  }

  /** At once: whatever becomes of this process, it is not lost. */
  private void keep(Suspect suspect) {
    write(suspect, SuspectFile.ENDING);
    try {
      Files.deleteIfExists(settings.suspects().resolve(suspect.name() + SuspectFile.FIRST));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Suspect suspect, String ending) {
    try {
      long millis = (System.nanoTime() - began) / 1_000_000;
      Path file = settings.suspects().resolve(suspect.name() + ending);
      SuspectFile.write(suspect, subject, executions, millis, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long cpu() {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread);
  }

  @Override
  public void end() {
    if (executions > 0) {
      tell(System.nanoTime());
    }
  }

  private void tell(long now) {
    if (edges.count() > counted) {
      counted = edges.count();
      newest = now;
    }
    WorkerState state =
        new WorkerState(
            executions,
            (now - began) / 1_000_000,
            (cpu() - cpuBefore) / 1_000_000,
            edges.taken(),
            (now - newest) / 1_000_000,
            edges.functions(),
            subject.loaded().functionsTooLarge(),
            sampler.shares());
    try {
      state.write(settings.state());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
