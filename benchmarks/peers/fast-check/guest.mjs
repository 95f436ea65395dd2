// The module under test in Node's own engine.

export class Guest {
  constructor({ module, imports }) {
    const { exports } = new WebAssembly.Instance(module, imports);
    this.exports = exports;
    this.allocate = exports.wasm_allocate;
    this.deallocate = exports.wasm_deallocate;
    this.exported = exports.memory;
    this.view();
    exports._initialize?.();
  }

  /** The memory as it is now; a buffer that was cut off by growth has no length any more. */
  get memory() {
    if (this.bytes.length === 0) this.view();
    return this.bytes;
  }

  view() {
    this.bytes = Buffer.from(this.exported.buffer);
  }
}

/** Compiles once, and tells early what would make every run fail. */
export function load(bytes) {
  const module = new WebAssembly.Module(bytes);
  const kinds = new Map(WebAssembly.Module.exports(module).map(({ name, kind }) => [name, kind]));
  const wanted = { memory: 'memory', wasm_allocate: 'function', wasm_deallocate: 'function' };
  for (const [name, kind] of Object.entries(wanted)) {
    if (kinds.get(name) !== kind) throw new Error(`the module exports no ${kind} \`${name}\``);
  }
  return { module, imports: refusing(WebAssembly.Module.imports(module)) };
}

/** Nothing is granted: an allocator has no reason to call its host, so each such call ends the run. */
function refusing(wanted) {
  const imports = {};
  for (const { module, name } of wanted) {
    imports[module] ??= {};
    imports[module][name] = () => {
      throw new Error(`the guest called ${module}.${name}, which is not granted`);
    };
  }
  return imports;
}
