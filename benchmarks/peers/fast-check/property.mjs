// The property: what a run of operations on a guest must show.

import { LiveAreas } from './areas.mjs';

const GREATEST_SIZE = 1024;
export const MOST_OPERATIONS = 100;

/** How far the patterns of two areas numbered one after another are apart. */
const PATTERN_STEP = 61;

/** The guest did what the property forbids. */
export class Fault extends Error {}

/** Runs programs and checks every answer. One is enough for many runs: it keeps its memory. */
export class Checker {
  live = new LiveAreas(MOST_OPERATIONS);
  dead = [];
  patterns = patternBytes();
  allocated = 0;
  calls = 0;

  /**
   * Runs a program and releases what is left; answers how often it called the guest.
   * Any number is an operation: the last digit chooses (weights 5, 4 and 1), the rest is the size or
   * the number of the area.
   */
  run(guest, program) {
    const { live, dead } = this;
    live.count = 0;
    dead.length = 0;
    this.allocated = 0;
    this.calls = 0;
    for (let step = 0; step < program.length; step++) {
      const choice = program[step] % 10;
      const argument = (program[step] - choice) / 10;
      if (choice === 9) {
        if (dead.length > 0) this.deallocate(guest, dead[argument % dead.length], -1);
      } else if (choice > 4 && live.count > 0) {
        this.release(guest, argument % live.count);
      } else {
        this.allocate(guest, argument % (GREATEST_SIZE + 1));
      }
    }
    while (live.count > 0) this.release(guest, live.count - 1);
    return this.calls;
  }

  allocate(guest, size) {
    this.calls++;
    const pointer = guest.allocate(size) >>> 0;
    if (pointer === 0) {
      if (size > 0) throw new Fault(`allocate(${size}) -> 0, though it fits`);
      return;
    }
    const memory = guest.memory;
    if (pointer + size > memory.length) {
      throw new Fault(`allocate(${size}) -> ${pointer}, outside the memory`);
    }
    const pattern = this.allocated++ * PATTERN_STEP;
    const conflict = this.live.insert(pointer, size, pattern);
    if (conflict >= 0) {
      const other = `${this.live.sizes[conflict]} live bytes at ${this.live.pointers[conflict]}`;
      throw new Fault(`allocate(${size}) -> ${pointer}, which overlaps the ${other}`);
    }
    this.patterns.copy(memory, pointer, pattern, pattern + size);
    const index = this.dead.lastIndexOf(pointer);
    if (index >= 0) {
      const last = this.dead.pop();
      if (index < this.dead.length) this.dead[index] = last;
    }
  }

  release(guest, index) {
    const { pointers, sizes, patterns } = this.live;
    const pointer = pointers[index];
    const size = sizes[index];
    const pattern = patterns[index];
    if (guest.memory.compare(this.patterns, pattern, pattern + size, pointer, pointer + size) !== 0) {
      throw new Fault(`the ${size} live bytes at ${pointer} changed`);
    }
    this.live.remove(index);
    this.deallocate(guest, pointer, 0);
    this.dead.push(pointer);
  }

  deallocate(guest, pointer, expected) {
    this.calls++;
    const answer = guest.deallocate(pointer);
    if (answer !== expected) {
      throw new Fault(`deallocate(${pointer}) -> ${answer}, not ${expected}`);
    }
  }
}

/** Bytes without a repeating stretch; pattern n is what starts at n * PATTERN_STEP. */
function patternBytes() {
  let state = 1;
  const bytes = Uint8Array.from({ length: GREATEST_SIZE + MOST_OPERATIONS * PATTERN_STEP }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
  return Buffer.from(bytes.buffer);
}
