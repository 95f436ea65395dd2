// The allocator property as fast-check runs it on Node: a peer for comparison.
// Prints one line of JSON for each variant.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { Guest, load } from './guest.mjs';
import { Checker, MOST_OPERATIONS } from './property.mjs';

const USAGE = `usage: node bench.mjs [--seconds N] [--seed N] MODULE
       node bench.mjs --selftest [--seed N] FAULTY_MODULE...`;

const VARIANTS = ['fresh', 'kept'];

/** Runs per fc.assert; between two the clock is read. */
const BATCH = 256;

/** A fault that 10 000 programs do not show is not one that this property is for. */
const SELFTEST_BATCHES = 40;

// One array of integers is a whole program. Both other ways were tried and cost more per program: fc.commands
// about four times as much, fc.array(fc.oneof(...)) three times and more. `size: 'max'` here and `unbiased`
// below make lengths and sizes uniform, as they are in the other programs.
const programs = fc.array(fc.nat(0x7fffffff), {
  minLength: 1,
  maxLength: MOST_OPERATIONS,
  size: 'max',
});

/** Runs batches of programs, on a new instance each ("fresh") or on one that is never reset ("kept"). */
class Bench {
  checker = new Checker();
  guest = null;
  runs = 0;
  operations = 0;

  constructor(subject, variant) {
    this.subject = subject;
    this.fresh = variant === 'fresh';
  }

  run(program) {
    if (this.fresh || this.guest === null) this.guest = new Guest(this.subject);
    const guest = this.guest;
    // Only a run that went well gives its instance back: a fault must not decide over smaller programs.
    this.guest = null;
    this.operations += this.checker.run(guest, program);
    this.runs++;
    this.guest = guest;
  }

  /** Answers what fast-check says: failed or not, and the smallest program that fails. */
  batch(seed) {
    const property = fc.property(programs, (program) => this.run(program));
    return fc.check(property, { numRuns: BATCH, seed, unbiased: true });
  }
}

/** Runs batches, each from a seed of its own, until the time is over. */
function repeat(bench, seconds, seed) {
  bench.runs = 0;
  bench.operations = 0;
  const begin = performance.now();
  let took = 0;
  for (let number = 0; took < seconds; number++) {
    const details = bench.batch(seed + number);
    if (details.failed) throw new Error(described(details));
    took = (performance.now() - begin) / 1000;
  }
  return took;
}

function measure(subject, seconds, seed) {
  for (const variant of VARIANTS) {
    const bench = new Bench(subject, variant);
    repeat(bench, seconds, seed); // the warm-up
    const took = repeat(bench, seconds, seed);
    const { runs, operations } = bench;
    console.log(
      JSON.stringify({
        peer: 'fast-check',
        variant,
        runs,
        operations,
        seconds: Number(took.toFixed(3)),
        operationsPerSecond: Math.round(operations / took),
      }),
    );
  }
}

/** Every variant must find the fault, else what it measures is no check. */
function findFault(path, subject, seed) {
  for (const variant of VARIANTS) {
    const bench = new Bench(subject, variant);
    let details = { failed: false };
    for (let number = 0; number < SELFTEST_BATCHES && !details.failed; number++) {
      details = bench.batch(seed + number);
    }
    if (!details.failed) throw new Error(`${variant}: no fault found`);
    console.log(`${path}: fast-check ${variant}: ${described(details)}`);
  }
}

function described({ counterexample, errorInstance }) {
  const trapped = errorInstance instanceof WebAssembly.RuntimeError ? 'trapped: ' : '';
  return `${trapped}${errorInstance.message} (shrunk to ${counterexample[0].length} operations)`;
}

function commandLine() {
  const options = { seconds: { type: 'string', default: '5' }, seed: { type: 'string', default: '42' } };
  const { values, positionals } = parseArgs({
    options: { ...options, selftest: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const seconds = Number(values.seconds);
  const seed = Number(values.seed);
  if (!(seconds > 0) || !Number.isInteger(seed)) throw new Error('a number is expected');
  if (values.selftest ? positionals.length === 0 : positionals.length !== 1) throw new Error('which module?');
  return { seconds, seed, selftest: values.selftest, paths: positionals };
}

function main() {
  let wanted;
  try {
    wanted = commandLine();
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    return 2;
  }
  let code = 0;
  for (const path of wanted.paths) {
    let subject;
    try {
      subject = load(readFileSync(path));
    } catch (error) {
      console.error(`${path}: ${error.message}`);
      code = 3;
      continue;
    }
    try {
      if (wanted.selftest) findFault(path, subject, wanted.seed);
      else measure(subject, wanted.seconds, wanted.seed);
    } catch (error) {
      console.error(`${path}: ${error.message}`);
      code = 1;
    }
  }
  return code;
}

process.exitCode = main();
