// ---- a program of operations, beside a list of what is live ----

const FEW = 512;
/** The least areas of some allocators are as long. */
const counted = (size) => Math.max(size, 64);
const YOUNGEST = 0xffffffff;

class Run {
  constructor(guest, print, most) {
    this.guest = guest;
    this.print = print;
    this.live = [];
    this.sorted = []; // the live areas again, by pointer
    this.dead = [];
    this.requested = 0;
    this.most = most;
  }

  /** The first symptom, or null. */
  all(operations) {
    const few = operations.length <= FEW;
    const last = operations.length - 1;
    for (let i = 0; i <= last; i++) {
      const { kind, place, argument } = operations[i];
      // Thousands of areas after thousands of operations: after the last one is enough.
      const close = this.print && (few || i === last);
      const symptom = this.step(i, kind, place, argument) ?? (close ? this.compared(kind) : null);
      if (symptom || this.stopped) return symptom;
    }
    while (this.live.length > 0 && !this.stopped) {
      const symptom = this.release(0) ?? (this.print && few ? this.compared("release") : null);
      if (symptom) return symptom;
    }
    return null;
  }

  /** Where a pointer is, or would be, among the sorted areas. */
  place(pointer) {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.sorted[middle].pointer < pointer) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The live area that starts at a pointer. */
  starting(pointer) {
    const area = this.sorted[this.place(pointer)];
    return area?.pointer === pointer ? area : undefined;
  }

  /** A live area that conflicts with another one. */
  conflicting(area) {
    const at = this.place(area.pointer);
    let before = at - 1;
    while (before >= 0 && this.sorted[before].size === 0) before--;
    let after = at;
    const beside = (it) => it && it.size === 0 && it.pointer !== area.pointer;
    while (beside(this.sorted[after])) after++;
    return [this.sorted[at], this.sorted[after], this.sorted[before]].find(
      (it) => it && conflict(it, area),
    );
  }

  step(i, kind, place, argument) {
    if (kind === "allocate") return this.allocate(i, argument);
    if (kind === "release") {
      const count = this.live.length;
      if (count === 0) return null;
      return this.release(argument === YOUNGEST ? count - 1 : argument % count);
    }
    return kind === "release-again" ? this.again(argument) : this.foreign(place, argument);
  }

  seen(kind, expected, actual, grew = false) {
    return { kind, expected, actual, grew };
  }

  told(name, argument, answer) {
    if (this.print) say(`${name}(${argument}) -> ${words(answer)}`);
  }

  allocate(id, size) {
    const before = this.guest.size();
    const roomy = this.requested + counted(size) <= this.most;
    const answer = this.guest.allocate(size);
    this.told("allocate", size, answer);
    const grew = this.guest.size() > before;
    const call = `allocate(${size}) -> ${words(answer)}`;
    if (answer.stopped) {
      this.stopped = true;
      if (roomy) return this.seen("ALLOCATE_STOPPED", `an area of ${size} bytes`, call, grew);
      return course.also.includes("IMPOSSIBLE_STOPPED")
        ? this.seen("IMPOSSIBLE_STOPPED", "0, and no trap", call, grew)
        : null;
    }
    const area = { id, pointer: answer.value, size };
    if (area.pointer === 0) {
      return size > 0 && roomy ? this.seen("REFUSED", `an area of ${size} bytes`, call) : null;
    }
    if (size > limitBytes) {
      return this.seen("IMPOSSIBLE_AREA", "0, for no memory can hold it", call, grew);
    }
    if (area.pointer + size > this.guest.size()) {
      const expected = `an area inside the memory of ${this.guest.size()} bytes`;
      return this.seen("OUTSIDE_MEMORY", expected, range(area), grew);
    }
    const other = this.conflicting(area);
    if (other) {
      const kind = size === 0 || other.size === 0 ? "SHARED_ADDRESS" : "OVERLAP";
      const actual = `${range(area)} beside the live ${range(other)}`;
      return this.seen(kind, "an area apart from every live one", actual, grew);
    }
    this.live.push(area);
    this.sorted.splice(this.place(area.pointer), 0, area);
    this.requested += counted(size);
    if (size >= 8 && area.pointer % 8 !== 0 && course.also.includes("MISALIGNED")) {
      return this.seen("MISALIGNED", "a pointer that 8 divides", call, grew);
    }
    const old = course.also.includes("OLD_BYTES") ? this.oldBytes(area) : undefined;
    if (old) {
      const actual = `${range(area)} shows bytes that were written into ${range(old)}`;
      return this.seen("OLD_BYTES", "a fresh area without the host's earlier bytes", actual, grew);
    }
    this.guest.bytes(area.pointer, size).set(filled(area));
    this.grew = grew;
    return null;
  }

  oldBytes(area) {
    return [...this.dead].reverse().find((old) => {
      const from = Math.max(area.pointer, old.pointer);
      const to = Math.min(area.pointer + area.size, old.pointer + old.size);
      const bytes = filled(old);
      for (let at = from; at + 8 <= to; at += 8) {
        const wanted = bytes.subarray(at - old.pointer, at - old.pointer + 8);
        if (this.guest.bytes(at, 8).equals(wanted)) return true;
      }
      return false;
    });
  }

  release(k) {
    const area = this.live[k];
    const changed = this.changed(area, "CHANGED_BY_ALLOCATE");
    if (changed) return changed;
    const answer = this.guest.deallocate(area.pointer);
    this.told("deallocate", area.pointer, answer);
    if (answer.value !== 0) {
      this.stopped = true;
      const kind = area.size === 0 ? "ZERO_NOT_RELEASED" : "NOT_RELEASED";
      return this.seen(kind, `0, for ${range(area)} is live`, released(area.pointer, answer));
    }
    this.live.splice(k, 1);
    this.sorted.splice(this.place(area.pointer), 1);
    this.dead.push(area);
    return null;
  }

  again(argument) {
    const count = this.dead.length;
    for (let i = 0; i < count; i++) {
      const area = this.dead[(argument + i) % count];
      if (this.starting(area.pointer)) continue;
      const kind = area.size === 0 ? "ZERO_DEAD_RELEASED" : "DEAD_RELEASED";
      return this.rejected(area.pointer, kind, "-1, for it was released before");
    }
    return null;
  }

  foreign(place, argument) {
    const pointer = this.resolved(place, argument);
    const known = (area) => area.pointer === pointer;
    if (!(pointer >= 0 && pointer <= 0xffffffff)) return null;
    if (this.starting(pointer) || this.dead.some(known)) return null;
    return this.rejected(pointer, "FOREIGN_RELEASED", "-1, for no area starts there");
  }

  resolved(place, k) {
    const area = this.live[k % this.live.length];
    switch (place) {
      case "NULL":
        return 0;
      case "INTERIOR":
        return area?.size >= 2
          ? area.pointer + 1 + ((Math.floor(k / 7) * 4) % (area.size - 1))
          : -1;
      case "PAST_END":
        return area?.size > 0 ? area.pointer + area.size : -1;
      case "BEFORE":
        return area ? area.pointer - 8 : -1;
      case "STACK":
        return Math.max(0, course.stackPointer - 16 * (k % 16));
      case "DATA":
        return 1024 + 8 * (k % 512);
      case "MEMORY_END":
        return this.guest.size() - (k % 2) * 8;
      case "BEYOND":
        return this.guest.size() + PAGE * (k % 64) + 8;
      case "TWO_GIB":
        return 2 ** 31 + 8 * (k % 3) - 8;
      default:
        return 0xffffffff - (k % 16);
    }
  }

  rejected(pointer, kind, expected) {
    const answer = this.guest.deallocate(pointer);
    this.told("deallocate", pointer, answer);
    if (answer.value === NOT_AN_AREA) return null;
    this.stopped = Boolean(answer.stopped);
    return this.seen(kind, expected, released(pointer, answer));
  }

  compared(kind) {
    const blamed = "CHANGED_BY_" + kind.toUpperCase().replace("-", "_");
    for (const area of this.live) {
      const symptom = this.stopped ? null : this.changed(area, blamed);
      if (symptom) return { ...symptom, grew: kind === "allocate" && this.grew };
    }
    return null;
  }

  changed(area, blamed) {
    const wanted = filled(area);
    const now = this.guest.bytes(area.pointer, area.size);
    const at = difference(now, wanted);
    if (at < 0) return null;
    const actual = `byte ${at} of the live area ${range(area)} was ${wanted[at]} and is ${now[at]}`;
    return this.seen(blamed, "no byte of a live area changes", actual, this.grew);
  }
}
