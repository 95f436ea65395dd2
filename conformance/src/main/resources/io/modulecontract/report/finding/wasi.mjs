// ---- WASI with nothing granted, and a record of what is tried ----

const BAD_DESCRIPTOR = 8;
const UNSUPPORTED = 52;
/** Which parameter of a function is its path. */
const PATHS = {
  path_open: 2,
  path_filestat_get: 2,
  path_filestat_set_times: 2,
  path_link: 2,
  path_symlink: 0,
};

/** What a function needs of its host, by the name that a descriptor has for it. */
function capability(name, fd) {
  if (name.startsWith("clock_") || name === "poll_oneoff") return "clock";
  if (name.startsWith("args_")) return "arguments";
  if (name.startsWith("environ_")) return "environment";
  if (name.startsWith("path_")) return "directories";
  if (name === "random_get") return "random";
  if (name === "fd_read" || name === "fd_pread") return fd === 0 ? "stdin" : "";
  if (name === "fd_write" || name === "fd_pwrite") return ["", "stdout", "stderr"][fd] ?? "";
  return name.startsWith("fd_") || name === "sched_yield" || name === "proc_exit" ? "" : "network";
}

/** The time of a clock that stands still, in nanoseconds: some day after the year 2000. */
function still(seed) {
  const decades = 1000000000n;
  return (946684800n + (((seed % decades) + decades) % decades)) * 1000000000n;
}

function wasi(name, memory, host) {
  const stub = answering(name, memory, host);
  return (...values) => {
    const needs = capability(name, values[0]);
    let detail = needs.startsWith("std") ? " " + needs : "";
    if (needs === "directories") {
      const at = PATHS[name] ?? 1;
      const path = Buffer.from(memory().buffer, values[at] >>> 0, values[at + 1] >>> 0);
      detail = ` "${path.toString("utf8", 0, 200)}"`;
    }
    if (host.tried.length < 1000) host.tried.push({ name, needs, words: name + detail });
    return stub(...values);
  };
}

function answering(name, memory, host) {
  const bytes = () => Buffer.from(memory().buffer);
  const zero = (...places) => {
    for (const place of places) bytes().writeUInt32LE(0, place >>> 0);
    return 0;
  };
  const time = (id, at, value) => {
    if (id !== 0 && id !== 1) return id === 2 || id === 3 ? UNSUPPORTED : 28;
    bytes().writeBigUInt64LE(value, at >>> 0);
    return 0;
  };
  switch (name) {
    case "proc_exit":
      return (code) => {
        throw new Exit("exit of the process with code " + code);
      };
    case "args_sizes_get":
    case "environ_sizes_get":
      return (count, size) => zero(count, size);
    case "args_get":
    case "environ_get":
    case "sched_yield":
      return () => 0;
    case "clock_time_get":
      return (id, precision, at) => time(id, at, still(host.seed));
    case "clock_res_get":
      return (id, at) => time(id, at, 1n);
    case "random_get":
      return (at, size) => {
        new Random(host.seed + host.drawn++).fill(Buffer.from(memory().buffer, at >>> 0, size >>> 0));
        return 0;
      };
    case "fd_write":
      return (fd, list, count, written) => {
        if (fd !== 1 && fd !== 2) return BAD_DESCRIPTOR;
        let sum = 0;
        for (let i = 0; i < count; i++) sum += bytes().readUInt32LE((list >>> 0) + 8 * i + 4);
        bytes().writeUInt32LE(sum >>> 0, written >>> 0);
        return 0;
      };
    case "fd_read":
      return (fd, list, count, read) => (fd === 0 ? zero(read) : BAD_DESCRIPTOR);
    default:
      return name.startsWith("fd_") || name.startsWith("path_")
        ? () => BAD_DESCRIPTOR
        : () => UNSUPPORTED;
  }
}
