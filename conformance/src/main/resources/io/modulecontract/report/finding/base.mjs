import { spawnSync } from "node:child_process";
import { readFileSync, writeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

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

/** What the memory may grow to, once a module is compiled. */
let limitBytes = settings.memoryPages * PAGE;

/** The same module with a memory limit: Node has no other way to set one. */
function limited(bytes, pages) {
  const parts = [bytes.subarray(0, 8)];
  for (const section of sections(bytes)) {
    if (section.id !== 5) {
      parts.push(bytes.subarray(section.start, section.end));
      continue;
    }
    const list = memories(bytes, section);
    const body = encoded(list.length);
    for (const memory of list) {
      const max = Math.max(memory.min, Math.min(memory.max, pages));
      body.push(memory.flags | 1, ...encoded(memory.min), ...encoded(max));
      limitBytes = max * PAGE;
    }
    parts.push(Buffer.from([5, ...encoded(body.length), ...body]));
  }
  return Buffer.concat(parts);
}
