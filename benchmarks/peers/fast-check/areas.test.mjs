import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiveAreas } from './areas.mjs';

function conflicts(live, pointer, size) {
  const areas = new LiveAreas(8);
  for (const [at, length] of live) assert.equal(areas.insert(at, length, 0), -1);
  return areas.insert(pointer, size, 0) >= 0;
}

test('areas that touch do not conflict', () => {
  assert.equal(conflicts([[8, 8], [24, 8]], 16, 8), false);
});

test('areas that share a byte conflict', () => {
  assert.equal(conflicts([[8, 9]], 16, 8), true);
  assert.equal(conflicts([[16, 8]], 8, 9), true);
  assert.equal(conflicts([[8, 100]], 16, 8), true);
  assert.equal(conflicts([[16, 8]], 8, 100), true);
  assert.equal(conflicts([[0xfffffffe, 100]], 0xffffffff, 1), true);
});

test('an empty area has an address and no bytes', () => {
  assert.equal(conflicts([[8, 0]], 8, 0), true);
  assert.equal(conflicts([[8, 0]], 8, 8), true);
  assert.equal(conflicts([[8, 8]], 12, 0), false);
  assert.equal(conflicts([[12, 0]], 8, 8), false);
  assert.equal(conflicts([[8, 8], [12, 0]], 14, 8), true);
  assert.equal(conflicts([[9, 0], [10, 8]], 8, 8), true);
});

test('what is taken out is free again, and the rest stays in order', () => {
  const areas = new LiveAreas(8);
  areas.insert(24, 8, 3);
  areas.insert(8, 8, 1);
  areas.insert(16, 8, 2);
  areas.remove(1);
  assert.deepEqual([...areas.pointers.subarray(0, areas.count)], [8, 24]);
  assert.deepEqual([...areas.patterns.subarray(0, areas.count)], [1, 3]);
  assert.equal(areas.insert(16, 8, 4), -1);
});
