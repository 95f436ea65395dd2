package io.modulecontract.host;

import io.modulecontract.abi.FunctionType;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleFile;
import io.modulecontract.binary.ModuleOutline;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.binary.UnreadableModule;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.ModuleReader;
import io.modulecontract.engine.PageBudget;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.Start;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A module that an application loaded: read once, compiled once, and then made into as many
 * instances as there are threads. It may be shared between threads.
 */
public final class HostedModule {

  private static final Duration READING = Duration.ofSeconds(60);

  private final LoadedModule module;
  private final PageBudget budget;
  private final List<ModuleDescriptor.Import> imports;

  private HostedModule(
      LoadedModule module, PageBudget budget, List<ModuleDescriptor.Import> imports) {
    this.module = module;
    this.budget = budget;
    this.imports = List.copyOf(imports);
  }

  /**
   * Reads a module whose exports have the default profile's names.
   *
   * @throws UnreadableModule when the file cannot be read
   * @throws NotHostable when it is no module that a host of this contract can use
   */
  public static HostedModule load(Path path) throws UnreadableModule, NotHostable {
    return load(path, Profile.DEFAULT);
  }

  /** The same, for exports with other names. */
  public static HostedModule load(Path path, Profile profile) throws UnreadableModule, NotHostable {
    ModuleReading reading = ModuleReader.read(ModuleFile.read(path), READING);
    if (reading instanceof ModuleReading.Malformed bad) {
      throw new NotHostable(
          path + ": expected " + bad.expected() + ", found " + bad.found() + ", at " + bad.place());
    }
    if (reading instanceof ModuleReading.Unsupported unsupported) {
      throw new NotHostable(path + ": " + unsupported.sentence());
    }
    LoadedModule module = LoadedModule.of((ModuleReading.WellFormed) reading, profile);
    require(path, module.outline(), profile);
    return new HostedModule(module, PageBudget.UNLIMITED, List.of());
  }

  private static void require(Path path, ModuleOutline outline, Profile profile)
      throws NotHostable {
    if (outline.export(profile.memory()).isEmpty()) {
      throw new NotHostable(path + ": no memory is exported as `" + profile.memory() + "`");
    }
    for (String name : new String[] {profile.allocate(), profile.deallocate()}) {
      FunctionType type = outline.export(name).map(ModuleOutline.Export::type).orElse(null);
      if (!profile.type().equals(type)) {
        String found = type == null ? "no function of that name" : "its type is " + type;
        throw new NotHostable(
            path + ": expected a function `" + name + "` of type " + profile.type() + ", " + found);
      }
    }
  }

  /** What the module says about itself. */
  public ModuleOutline outline() {
    return module.outline();
  }

  /**
   * The same module under a budget: its open instances have together at most so many pages, beside
   * what the policy says of each. Growth beyond that is refused, and an instance without room for
   * its start is not opened. An instance gives its pages back when it is closed.
   *
   * @param pages at least 1; of instances that were opened before, none counts
   */
  public HostedModule withMemoryPages(int pages) {
    return new HostedModule(module, new PageBudget(pages), imports);
  }

  /**
   * The same module, linked with what its descriptor declares that it imports beyond WASI: each
   * import with a meaning is a function of the instance that is opened.
   *
   * @param declared those of its descriptor; one without a meaning stays unknown
   */
  public HostedModule withImports(List<ModuleDescriptor.Import> declared) {
    return new HostedModule(module, budget, declared);
  }

  /**
   * Makes an instance for the calling thread, which closes it.
   *
   * @param policy what it may use
   * @throws NotHostable when it cannot be linked or does not start under this policy
   */
  public HostedInstance open(Policy policy) throws NotHostable {
    Delivery delivery = new Delivery();
    Start start = module.start(policy, ExecutionMode.HOSTED, budget, delivery.imports(imports));
    if (start instanceof Start.Started started) {
      return new HostedInstance(started.guest(), module.outline(), delivery);
    }
    throw new NotHostable(module.file().name() + ": " + why(start));
  }

  private static String why(Start start) {
    if (start instanceof Start.OverLimit over) {
      return "it starts with "
          + over.initialPages()
          + " pages of memory, the limit is "
          + over.limitPages();
    }
    if (start instanceof Start.OverBudget over) {
      return "it starts with "
          + over.initialPages()
          + " pages of memory, and its other instances have "
          + over.usedPages()
          + " of "
          + over.budgetPages();
    }
    if (start instanceof Start.Stopped stopped) {
      return stopped.where() + " did not return: " + stopped.outcome().inFull();
    }
    return start instanceof Start.Unlinkable unlinkable
        ? "it cannot be linked: " + unlinkable.why()
        : "this JVM has too little memory for an instance; -Xmx gives it more";
  }

  /** The module cannot be hosted: the message says why, and names the file. */
  public static final class NotHostable extends Exception {
    private static final long serialVersionUID = 1L;

    NotHostable(String message) {
      super(message);
    }
  }
}
