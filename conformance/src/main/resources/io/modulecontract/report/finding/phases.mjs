// ---- phases of random sizes ----

const MOST_AT_ONCE = 65536;
/** A memory may grow in steps, and one of them may be due after the warm-up. */
const STEP = 1 << 20;
const TIMES = 300;
const { mostLive, mostBytes, warmUp, kept } = course.sequence;

class Phase {
  constructor(guest, random, live) {
    this.guest = guest;
    this.random = random;
    this.live = live;
    this.bytes = live.reduce((bytes, area) => bytes + area.size, 0);
    this.peak = 0;
  }

  /** Why it ended early, or null. */
  run() {
    for (let i = 0; i < course.sequence.operations; i++) {
      const mask = (1 << (4 + this.random.below(13))) - 1;
      const size = 1 + Number(this.random.long() & BigInt(mask));
      const full = this.live.length === mostLive || this.bytes + size > mostBytes;
      const release = full || (this.live.length > 0 && this.random.below(100) < 45);
      const stopped = release ? this.release() : this.allocate(size);
      if (stopped) return stopped;
    }
    while (this.live.length > kept) {
      const stopped = this.release();
      if (stopped) return stopped;
    }
    return null;
  }

  allocate(size) {
    const answer = this.guest.allocate(size);
    if (answer.value > 0) {
      this.live.push({ pointer: answer.value, size });
      this.bytes += size;
      this.peak = Math.max(this.peak, this.bytes);
      return null;
    }
    const near = this.guest.size() + 2 * MOST_AT_ONCE > limitBytes;
    return answer.stopped || near
      ? `allocate(${size}) -> ${words(answer)} with ${this.bytes} bytes live`
      : null;
  }

  release() {
    const [{ pointer, size }] = this.live.splice(this.random.below(this.live.length), 1);
    this.bytes -= size;
    const answer = this.guest.deallocate(pointer);
    const call = `deallocate(${pointer}) -> ${words(answer)}`;
    if (answer.stopped) return call;
    return answer.value > 0 ? { clause: "DEALLOC-01", expected: "0", actual: call } : null;
  }
}

function judge(bytes) {
  const module = compiled(bytes);
  const random = new Random(course.sequence.seed);
  const guest = new Guest(module).ready();
  let warm = guest.size();
  let peak = 0;
  const live = [];
  for (let i = 0; i < course.sequence.phases; i++) {
    const phase = new Phase(guest, random, live);
    const stopped = phase.run();
    if (stopped?.clause) return stopped;
    peak = Math.max(peak, phase.peak);
    if (i === warmUp) warm = guest.size();
    say(`phase ${i + 1}: at most ${phase.peak} bytes live, then a memory of ${guest.size()}`);
    const bound = Math.max(2 * peak, STEP);
    const grown = i > warmUp && guest.size() - warm > bound;
    if (!grown && !stopped) continue;
    const expected = `after a warm-up, with at most ${peak} bytes live, it grows by at most ${bound}`;
    const actual = `it grew by ${guest.size() - warm} bytes` + (stopped ? "; then " + stopped : "");
    return oneSize(bytes) ?? { clause: finding.clause, expected, actual };
  }
  return null;
}

/** What is lost for areas of one size, too, is a leak and no matter of different sizes. */
function oneSize(bytes) {
  const module = compiled(bytes);
  const pages = new Guest(module).ready().size() / PAGE;
  const within = (more) => compiled(bytes, Math.min(settings.memoryPages, pages + more));
  for (const size of [1, 100, 1000, 20000]) {
    const once = (guest) => program(guest, ["allocate " + size, "release 0"], false);
    const actual = leak(within(16), once, TIMES);
    if (actual?.clause) return actual;
    if (actual && usesUp(within(128), once)) return { clause: "LEAK-01", expected: "", actual };
  }
  return null;
}

/** Whether a loss goes on until there is no memory, and not only until garbage is collected. */
function usesUp(module, once) {
  const guest = new Guest(module).ready();
  let size = guest.size();
  let grown = 0;
  for (let time = 1; time <= 16 * 18 * TIMES || time <= 4 * grown; time++) {
    if (once(guest)) return true;
    if (guest.size() > size) grown = time;
    size = guest.size();
  }
  return false;
}
