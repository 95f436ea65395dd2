import { spawnSync } from "node:child_process";
import { readFileSync, writeSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PAGE = 65536;
const NOT_AN_AREA = 0xffffffff;
const { settings, course } = finding;
const WASI = "wasi_snapshot_preview1";

const GONE = 0;
const SHOWS = 1;
const UNUSABLE = 2;

class Unusable extends Error {}
class Exit extends Error {}

function say(line) {
  // What a module says must not move the cursor.
  writeSync(1, line.replace(/\p{Cc}/gu, "?") + "\n");
}

// ---- the binary ----

function number(bytes, at) {
  let value = 0;
  let shift = 1;
  for (;;) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * shift;
    if (byte < 0x80) return [value, at];
    shift *= 128;
  }
}

function encoded(value) {
  const bytes = [];
  do {
    const rest = Math.floor(value / 128);
    bytes.push((value % 128) | (rest > 0 ? 0x80 : 0));
    value = rest;
  } while (value > 0);
  return bytes;
}

function* sections(bytes) {
  let at = 8;
  while (at < bytes.length) {
    const [size, body] = number(bytes, at + 1);
    yield { id: bytes[at], start: at, body, end: body + size };
    at = body + size;
  }
}

/** What the memory section declares: { flags, min, max } for each memory. */
function memories(bytes, section) {
  const list = [];
  let [count, at] = number(bytes, section.body);
  while (count-- > 0) {
    const memory = { flags: bytes[at++], min: 0, max: Infinity };
    [memory.min, at] = number(bytes, at);
    if (memory.flags & 1) [memory.max, at] = number(bytes, at);
    list.push(memory);
  }
  return list;
}

/** The same module with the memory limit of the run: Node has no other way to set one. */
function limited(bytes) {
  const parts = [bytes.subarray(0, 8)];
  for (const section of sections(bytes)) {
    if (section.id !== 5) {
      parts.push(bytes.subarray(section.start, section.end));
      continue;
    }
    const list = memories(bytes, section);
    const body = encoded(list.length);
    for (const memory of list) {
      const max = Math.max(memory.min, Math.min(memory.max, settings.memoryPages));
      body.push(memory.flags | 1, ...encoded(memory.min), ...encoded(max));
      limitBytes = max * PAGE;
    }
    parts.push(Buffer.from([5, ...encoded(body.length), ...body]));
  }
  return Buffer.concat(parts);
}

let limitBytes = settings.memoryPages * PAGE;

// ---- WASI with nothing granted ----

function wasi(name, memory) {
  const bytes = () => Buffer.from(memory().buffer);
  const BAD_DESCRIPTOR = 8;
  const zero = (...places) => {
    for (const place of places) bytes().writeUInt32LE(0, place >>> 0);
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
      return (id, precision, at) => (bytes().writeBigUInt64LE(0n, at >>> 0), 0);
    case "clock_res_get":
      return (id, at) => (bytes().writeBigUInt64LE(1n, at >>> 0), 0);
    case "random_get": {
      let state = 2463534242;
      return (at, size) => {
        for (let i = 0; i < size >>> 0; i++) {
          state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
          bytes()[(at >>> 0) + i] = state >>> 24;
        }
        return 0;
      };
    }
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
        : () => 52; // not supported
  }
}

// ---- an instance ----

/** How a call ended: { value } or { stopped: why }. */
function outcome(call) {
  try {
    return { value: Number(call() ?? 0) >>> 0 };
  } catch (e) {
    if (e instanceof Exit) return { stopped: e.message, exit: true };
    if (e instanceof RangeError && /call stack/i.test(e.message)) {
      return { stopped: "trap: call stack exhausted", stack: true };
    }
    if (e instanceof WebAssembly.RuntimeError) return { stopped: "trap: " + e.message };
    throw e;
  }
}

function words(answer) {
  return answer.stopped ?? (answer.value === NOT_AN_AREA ? "-1" : String(answer.value));
}

class Guest {
  constructor(module) {
    let exports = {};
    const memory = () => exports[settings.memory];
    const imports = {};
    for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
      if (from !== WASI || kind !== "function") throw new Unusable(`it imports ${from}.${name}`);
      const stub = wasi(name, memory);
      (imports[from] ??= {})[name] = (...values) => {
        try {
          return stub(...values);
        } catch (e) {
          if (e instanceof Exit) throw e;
          return 21; // a bad address
        }
      };
    }
    this.start = outcome(() => {
      exports = new WebAssembly.Instance(module, imports).exports;
      if (typeof exports._initialize === "function") exports._initialize();
    });
    this.exports = exports;
  }

  /** The same, ready for use. */
  ready() {
    if (this.start.stopped) throw new Unusable("it does not start: " + this.start.stopped);
    for (const name of [settings.allocate, settings.deallocate]) {
      if (typeof this.exports[name] !== "function") throw new Unusable(`it exports no ${name}`);
    }
    if (!(this.exports[settings.memory] instanceof WebAssembly.Memory)) {
      throw new Unusable(`it exports no memory ${settings.memory}`);
    }
    return this;
  }

  size() {
    return this.exports[settings.memory].buffer.byteLength;
  }

  bytes(pointer, size) {
    return Buffer.from(this.exports[settings.memory].buffer, pointer, size);
  }

  call(name, ...values) {
    const call = this.exports[name];
    if (typeof call !== "function") throw new Unusable(`it exports no function ${name}`);
    return outcome(() => {
      const answer = call(...values.map((value) => value | 0));
      if (typeof answer !== "number") throw new Unusable(`${name} answers no i32`);
      return answer;
    });
  }

  allocate(size) {
    return this.call(settings.allocate, size);
  }

  deallocate(pointer) {
    return this.call(settings.deallocate, pointer);
  }
}

/** The first byte at which two buffers differ, or -1. */
function difference(now, wanted) {
  return now.equals(wanted) ? -1 : wanted.findIndex((byte, i) => byte !== now[i]);
}

// ---- the command ----

/** A child does the work, so that one that never returns can be stopped. */
function main() {
  const [file, inner] = process.argv.slice(2);
  if (!file) {
    say(`usage: node ${finding.clause}.mjs MODULE.wasm`);
    return UNUSABLE;
  }
  if (inner !== "--inner") {
    const own = fileURLToPath(import.meta.url);
    const patience = settings.deadlineMs + 2000;
    const child = spawnSync(process.execPath, [own, file, "--inner"], {
      stdio: "inherit",
      timeout: patience,
      killSignal: "SIGKILL",
    });
    if (child.error?.code !== "ETIMEDOUT") return child.status ?? UNUSABLE;
    const shows = finding.actual.includes("no answer within");
    say(`no answer within ${patience} ms`);
    say(shows ? `${finding.clause} shows` : `undecided: ${finding.clause} is about something else`);
    return shows ? SHOWS : UNUSABLE;
  }
  let bytes;
  try {
    bytes = readFileSync(file);
  } catch (e) {
    say(`error: ${file} cannot be read: ${e.message}`);
    return UNUSABLE;
  }
  try {
    // Its judge is in the part below: what it saw of the clause, or nothing.
    const seen = judge(bytes);
    if (seen?.clause === finding.clause) {
      say(`${finding.clause} shows`);
      say("    expected   " + seen.expected);
      say("    actual     " + seen.actual);
      return SHOWS;
    }
    if (seen) say(`something else goes wrong (${seen.clause}): ${seen.actual}`);
    say(`${finding.clause} does not show`);
    return GONE;
  } catch (e) {
    // Whatever it is, it must not look like a failure of the module.
    say(`error: ${file} cannot be used: ${e.message}`);
    return UNUSABLE;
  }
}

/** The module under the run's memory limit. */
function compiled(bytes) {
  if (!WebAssembly.validate(bytes)) throw new Unusable("it is not a valid WebAssembly module");
  return new WebAssembly.Module(limited(bytes));
}
