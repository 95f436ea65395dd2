package io.modulecontract.inspect;

import io.modulecontract.binary.ModuleOutline;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Recognises modules that were made for another kind of host. */
final class Origin {

  /**
   * A kind of module.
   *
   * @param looks what it looks like
   * @param words what to say about it
   */
  private record Kind(Predicate<ModuleOutline> looks, String words) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              module ->
                  imports(module, i -> i.module().contains("wbindgen") || i.module().equals("wbg"))
                      || imports(module, i -> i.name().startsWith("__wb"))
                      || exports(module, "__wbindgen_"),
              "made by wasm-bindgen: JavaScript glue, generated beside it, provides its imports"),
          new Kind(
              module -> imports(module, i -> i.module().equals("gojs") || i.module().equals("go")),
              "made by Go for JavaScript: wasm_exec.js provides its imports"),
          new Kind(
              module ->
                  imports(module, i -> i.name().startsWith("emscripten_"))
                      || exports(module, "emscripten_"),
              "made by Emscripten: JavaScript, generated beside it, provides its imports"),
          new Kind(
              module -> imports(module, i -> i.name().startsWith("napi_")),
              "made for Node's native interface (napi), which JavaScript provides"),
          new Kind(
              module -> imports(module, i -> i.module().equals("a") && i.name().length() <= 2),
              "imports with shortened names, as Emscripten writes them for its own JavaScript"),
          new Kind(
              module -> imports(module, i -> isAbort(i.module(), i.name())),
              "looks like AssemblyScript: built with `--use abort=` it imports no `env.abort`"),
          new Kind(
              module -> exports(module, "__new"),
              "looks like AssemblyScript: its runtime owns the memory"),
          new Kind(
              module -> exports(module, "cabi_realloc") || exports(module, "cm32p2"),
              "the core of a component: its memory belongs to the canonical ABI"),
          new Kind(
              module -> imports(module, i -> i.module().equals("wasi_unstable")),
              "made for the WASI that was before preview 1"),
          new Kind(
              module -> module.export("_start").isPresent(), "a command: it runs once and is over"),
          new Kind(module -> module.exports().isEmpty(), "exports nothing, so nobody can call it"));

  private Origin() {}

  /** What there is to say; empty for a module that may well be meant for this contract. */
  static Optional<String> of(ModuleOutline module) {
    return KINDS.stream().filter(kind -> kind.looks().test(module)).map(Kind::words).findFirst();
  }

  private static boolean isAbort(String module, String name) {
    return module.equals("env") && name.equals("abort");
  }

  private static boolean imports(ModuleOutline module, Predicate<ModuleOutline.Import> wanted) {
    return module.imports().stream().anyMatch(wanted);
  }

  private static boolean exports(ModuleOutline module, String prefix) {
    return module.exports().stream().anyMatch(export -> export.name().startsWith(prefix));
  }
}
