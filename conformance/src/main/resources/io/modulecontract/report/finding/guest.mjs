// ---- an instance ----

/** How a call ended: { value } or { stopped: why }. */
function outcome(call) {
  Atomics.add(calls, 0, 1);
  try {
    return { value: Number(call() ?? 0) >>> 0 };
  } catch (e) {
    if (e instanceof Exit) return { stopped: e.message, exit: true };
    if (e instanceof RangeError && /call stack/i.test(e.message)) {
      return { stopped: "trap: call stack exhausted", stack: true };
    }
    if (e instanceof WebAssembly.RuntimeError) return { stopped: "trap: " + e.message };
    throw e;
  } finally {
    Atomics.add(calls, 0, 1);
  }
}

function words(answer) {
  return answer.stopped ?? (answer.value === NOT_AN_AREA ? "-1" : String(answer.value));
}

/** So many bytes of pieces are kept for one call. */
const MOST_KEPT = 16 * 1024 * 1024;

/** What a declared import does for a module under check: in the call that delivers it takes each piece. */
function delivered(memory, outbox) {
  return (pointer, length) => {
    const [at, size] = [pointer >>> 0, length >>> 0];
    if (at + size > memory().buffer.byteLength) {
      throw new WebAssembly.RuntimeError("out of bounds memory access");
    }
    if (outbox().wanted === 0) return 1;
    const kept = size <= MOST_KEPT - outbox().bytes ? size : 0;
    outbox().bytes += kept;
    outbox().pieces.push({ at, size, bytes: Buffer.from(Buffer.from(memory().buffer, at, kept)) });
    return outbox().pieces.length < outbox().wanted ? 0 : 1;
  };
}

class Guest {
  constructor(module, seed = finding.seed) {
    let exports = {};
    this.openOutbox(0);
    const memory = () => exports[settings.memory];
    const host = { seed: BigInt(seed), drawn: 0n, tried: [] };
    const imports = {};
    for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
      if (kind === "function" && settings.imports.includes(`${from}.${name}`)) {
        const deliver = delivered(memory, () => this.outbox);
        (imports[from] ??= {})[name] = (...values) => {
          const words = `${from}.${name}`;
          if (host.tried.length < 1000) host.tried.push({ name, needs: "", words });
          return deliver(...values);
        };
        continue;
      }
      if (from !== WASI || kind !== "function") throw new Unusable(`it imports ${from}.${name}`);
      const stub = wasi(name, memory, host);
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
    // What it asks of its host from here on; the start may do as it likes.
    this.tried = host.tried = [];
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

  /** Forgets what it handed over; of what comes next, so many pieces are wanted. */
  openOutbox(wanted) {
    this.outbox = { pieces: [], bytes: 0, wanted };
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
    const ended = outcome(() => {
      const answer = call(...values.map((value) => value | 0));
      if (typeof answer !== "number") throw new Unusable(`${name} answers no i32`);
      return answer;
    });
    this.spoiled ||= Boolean(ended.stopped);
    return ended;
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
