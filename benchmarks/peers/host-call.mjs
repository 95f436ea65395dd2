// A host's whole call in Node: allocate, write, call, read the pair and the text, release all three.
// usage: node host-call.mjs [SECONDS] MODULE

import { readFileSync } from 'node:fs';
import { Guest, load } from './fast-check/guest.mjs';

const FUNCTION = 'wasm_memory_rust_format_hello_world';
const WORLD = Buffer.from('World');

function call(guest, greet) {
  const parameter = guest.allocate(WORLD.length) >>> 0;
  if (parameter === 0) throw new Error('no area');
  WORLD.copy(guest.memory, parameter);
  const pair = greet(parameter, WORLD.length) >>> 0;
  if (pair === 0) throw new Error('rejected');
  const { memory } = guest;
  const data = memory.readUInt32LE(pair);
  const length = memory.readUInt32LE(pair + 4);
  if (data + length > memory.length) throw new Error('outside the memory');
  const answer = Buffer.from(memory.subarray(data, data + length));
  for (const area of [data, pair, parameter]) {
    if (guest.deallocate(area) !== 0) throw new Error('not released');
  }
  return answer;
}

const words = process.argv.slice(2);
const path = words.pop();
const seconds = Number(words[0] ?? 5);
if (!path || !(seconds > 0)) {
  console.error('usage: node host-call.mjs [SECONDS] MODULE');
  process.exit(2);
}
const subject = load(readFileSync(path));
const guest = new Guest(subject);
const greet = guest.exports[FUNCTION];
if (call(guest, greet).toString() !== 'Hello World, World!') throw new Error('another answer');
for (const phase of ['warm-up', 'measured']) {
  const begin = performance.now();
  let calls = 0;
  while (performance.now() - begin < seconds * 1000) {
    for (let i = 0; i < 1000; i++) call(guest, greet);
    calls += 1000;
  }
  const rate = calls / ((performance.now() - begin) / 1000);
  if (phase === 'measured') console.log(`${Math.round(rate)} calls/s`);
}
