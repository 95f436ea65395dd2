// The areas that are live in a run, sorted by address: the oracle for disjointness.
// Plain loops over typed arrays: a run has few live areas, and these loops beat splice and copyWithin.

export class LiveAreas {
  constructor(capacity) {
    this.pointers = new Uint32Array(capacity);
    this.sizes = new Uint32Array(capacity);
    this.patterns = new Uint32Array(capacity);
    this.count = 0;
  }

  /**
   * Books an area and answers -1, or answers the index of the live area that it runs into.
   * An area of size 0 has an address and no bytes: it may lie anywhere, but shares its address with
   * no other.
   */
  insert(pointer, size, pattern) {
    const { pointers, sizes, patterns, count } = this;
    let at = count;
    while (at > 0 && pointers[at - 1] >= pointer) at--;
    if (at < count && pointers[at] === pointer) return at;
    if (size > 0) {
      let next = at;
      while (next < count && sizes[next] === 0) next++;
      if (next < count && pointers[next] < pointer + size) return next;
      let previous = at - 1;
      while (previous >= 0 && sizes[previous] === 0) previous--;
      if (previous >= 0 && pointers[previous] + sizes[previous] > pointer) return previous;
    }
    for (let index = count; index > at; index--) {
      pointers[index] = pointers[index - 1];
      sizes[index] = sizes[index - 1];
      patterns[index] = patterns[index - 1];
    }
    pointers[at] = pointer;
    sizes[at] = size;
    patterns[at] = pattern;
    this.count = count + 1;
    return -1;
  }

  /** Takes out the area at `index`, counted in the order of addresses. */
  remove(index) {
    const { pointers, sizes, patterns } = this;
    const last = --this.count;
    for (let at = index; at < last; at++) {
      pointers[at] = pointers[at + 1];
      sizes[at] = sizes[at + 1];
      patterns[at] = patterns[at + 1];
    }
  }
}
