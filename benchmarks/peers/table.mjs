// Prints what the programs measured, and what each line of ours is against every other line.
// usage: node table.mjs OURS PEERS    (two files with one JSON object a line)

import { readFileSync } from 'node:fs';

/** Only lines of one column may be compared: a kept instance does not start from the same state. */
const COLUMNS = [
  { title: 'SAME STATE: every run starts from the same state', variants: ['fresh', 'restored'] },
  { title: 'KEPT: one instance for all runs, never reset', variants: ['kept'] },
];

function read(path, ours) {
  const rows = new Map();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const { peer, variant, operationsPerSecond } = parsed(line);
    const name = `${peer}, ${variant}`;
    if (!rows.has(name)) rows.set(name, { name, variant, ours, rates: [] });
    rows.get(name).rates.push(operationsPerSecond);
  }
  return [...rows.values()];
}

function parsed(line) {
  let value = null;
  try {
    value = JSON.parse(line);
  } catch {
    // Told below, as any other line that is not ours.
  }
  const known = COLUMNS.some(({ variants }) => variants.includes(value?.variant));
  if (!known || !value.peer || !(value.operationsPerSecond > 0)) {
    throw new Error(`not a line of this benchmark: ${line}`);
  }
  return value;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const millions = (rate) => (rate / 1e6).toFixed(2).padStart(7);

function rate({ name, ours, rates }, width) {
  const range = rates.length > 1 ? `   (${millions(Math.min(...rates))} to${millions(Math.max(...rates))})` : '';
  return `  ${ours ? 'ours' : 'peer'}  ${name.padEnd(width)} ${millions(median(rates))}${range}`;
}

function ratio(row, other) {
  const times = median(row.rates) / median(other.rates);
  return `${times.toFixed(times < 10 ? 2 : 1).padStart(10)} x  ${other.name}`;
}

function print({ title, variants }, rows) {
  const shown = rows.filter(({ variant }) => variants.includes(variant));
  const width = Math.max(0, ...shown.map(({ name }) => name.length));
  console.log(`\n${title}`);
  console.log('  million checked operations a second, median of the rounds (slowest to fastest)');
  for (const row of shown) console.log(rate(row, width));
  for (const row of shown.filter(({ ours }) => ours)) {
    console.log(`  ${row.name} is`);
    for (const other of shown) if (other !== row) console.log(ratio(row, other));
  }
}

function main([ours, peers]) {
  const rows = [...read(ours, true), ...read(peers, false)];
  if (rows.length === 0) throw new Error('nothing was measured');
  for (const column of COLUMNS) print(column, rows);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
