// ---- what stands in the binary; nothing runs ----

const FUNCTIONS = `args_get args_sizes_get environ_get environ_sizes_get clock_res_get
  clock_time_get fd_advise fd_allocate fd_close fd_datasync fd_fdstat_get fd_fdstat_set_flags
  fd_fdstat_set_rights fd_filestat_get fd_filestat_set_size fd_filestat_set_times fd_pread
  fd_prestat_dir_name fd_prestat_get fd_pwrite fd_read fd_readdir fd_renumber fd_seek fd_sync
  fd_tell fd_write path_create_directory path_filestat_get path_filestat_set_times path_link
  path_open path_readlink path_remove_directory path_rename path_symlink path_unlink_file
  poll_oneoff proc_exit proc_raise random_get sched_yield sock_accept sock_recv sock_send
  sock_shutdown`.split(/\s+/);
const I32 = 0x7f;

/** The types of the exported functions, read from the sections, for Node does not tell them. */
function exportedTypes(bytes) {
  const types = [];
  const functions = [];
  const exported = new Map();
  const list = (at) => {
    const [count, start] = number(bytes, at);
    return [[...bytes.subarray(start, start + count)], start + count];
  };
  const text = (at) => {
    const [size, start] = number(bytes, at);
    return [bytes.toString("utf8", start, start + size), start + size];
  };
  const limits = (at) => {
    const flags = bytes[at++];
    [, at] = number(bytes, at);
    return flags & 1 ? number(bytes, at)[1] : at;
  };
  for (const { id, body } of sections(bytes)) {
    let [count, at] = id >= 1 && id <= 7 ? number(bytes, body) : [0, body];
    for (; count > 0 && [1, 2, 3, 7].includes(id); count--) {
      if (id === 1) {
        if (bytes[at++] !== 0x60) throw new Unusable("it has types that are no functions");
        let parameters;
        let results;
        [parameters, at] = list(at);
        [results, at] = list(at);
        types.push({ parameters, results });
      } else if (id === 2) {
        [, at] = text(at);
        [, at] = text(at);
        const kind = bytes[at++];
        if (kind === 0) {
          let type;
          [type, at] = number(bytes, at);
          functions.push(types[type]);
        } else if (kind === 1) at = limits(at + 1);
        else if (kind === 2) at = limits(at);
        else at += 2;
      } else if (id === 3) {
        let type;
        [type, at] = number(bytes, at);
        functions.push(types[type]);
      } else {
        let name;
        let index;
        [name, at] = text(at);
        const kind = bytes[at++];
        [index, at] = number(bytes, at);
        if (kind === 0) exported.set(name, functions[index]);
      }
    }
  }
  return exported;
}

function judge(bytes) {
  const seen = (expected, actual) => {
    say(actual);
    return { clause: finding.clause, expected, actual };
  };
  const valid = WebAssembly.validate(bytes);
  if (finding.clause === "MOD-01") {
    return valid ? null : seen("a valid module", "the binary is not valid");
  }
  if (!valid) throw new Unusable("it is not a valid WebAssembly module");
  if (finding.clause === "INIT-02") {
    for (const section of sections(bytes)) {
      const own = section.id === 5 ? memories(bytes, section) : [];
      const pages = own.reduce((sum, memory) => sum + memory.min, 0);
      if (pages > settings.memoryPages) {
        return seen(`at most ${settings.memoryPages} pages at start`, `${pages} pages at start`);
      }
    }
    return null;
  }
  const module = new WebAssembly.Module(bytes);
  const exports = new Map(WebAssembly.Module.exports(module).map((it) => [it.name, it.kind]));
  const types = exportedTypes(bytes);
  const wrong = (name, parameters, results) => {
    const type = types.get(name);
    const fits =
      type?.parameters.length === parameters &&
      type.results.length === results &&
      [...type.parameters, ...type.results].every((it) => it === I32);
    const expected = `a function ${name} of ${parameters} i32 that answers ${results} i32`;
    return fits ? null : seen(expected, type ? "its type is another" : "no function of that name");
  };
  switch (finding.clause) {
    case "MOD-02":
      return exports.get(settings.memory) === "memory"
        ? null
        : seen("a memory " + settings.memory, "exported: " + [...exports.keys()].join(", "));
    case "MOD-03":
      return wrong(settings.allocate, 1, 1) ?? wrong(settings.deallocate, 1, 1);
    case "MOD-04": {
      const others = WebAssembly.Module.imports(module)
        .filter((it) => it.module !== WASI || it.kind !== "function" || !FUNCTIONS.includes(it.name))
        .map((it) => it.module + "." + it.name)
        .filter((it) => !settings.imports.includes(it));
      return others.length > 0 ? seen("WASI functions only", "imports " + others.join(", ")) : null;
    }
    case "MOD-05":
      if (exports.has("_start")) return seen("no _start", "exports _start");
      return exports.has("_initialize") ? wrong("_initialize", 0, 0) : null;
    default:
      for (const { name, parameters } of settings.functions) {
        const found = wrong(name, parameters, 1);
        if (found) return found;
      }
      return null;
  }
}
