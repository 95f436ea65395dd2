// ---- a script, with an eye on each load or store of its calls ----

class WatchedScript extends Script {
  /** Looks for a touch of the k-th area that a call was not given, or of some bytes in one call. */
  constructor(guest, print, k, one = null) {
    super(guest, print);
    this.k = k;
    this.one = one;
    this.most = 0;
    this.touch = null;
  }

  made(name, call, values, others) {
    if (!others) return super.made(name, call, values);
    const areas = others.filter((area) => area.content.length > 0);
    this.most = Math.max(this.most, areas.length);
    const area = areas[this.k];
    const [low, high] = this.one
      ? this.one.action === this.at
        ? [this.one.address, this.one.address + 1]
        : [0, 0]
      : area
        ? [area.pointer, area.pointer + area.content.length]
        : [0, 0];
    eyeOf(this.guest, "low").value = low | 0;
    eyeOf(this.guest, "high").value = high | 0;
    const answer = super.made(name, call, values);
    eyeOf(this.guest, "high").value = 0;
    const length = eyeOf(this.guest, "seenBytes").value;
    if (length > 0 && !this.touch) {
      this.touch = { area, length, at: eyeOf(this.guest, "seenAt").value >>> 0 };
    }
    // What it has its host read, it reads.
    const piece =
      LOOK === "loads" &&
      this.guest.outbox.pieces.find(({ at, size }) => at < high && low < at + size);
    if (piece && !this.touch) this.touch = { area, length: piece.size, at: piece.at };
    return answer;
  }

  untouched(granted) {
    const touch = this.one ? null : this.touch;
    if (!touch) return super.untouched(granted);
    const { area, length, at } = touch;
    const load = LOOK === "loads";
    const what = load ? "load from " : "store into ";
    const size = area.content.length;
    return this.fault(
      load ? "CALL-10" : area.result ? "CALL-16" : "CALL-09",
      "HERE",
      `no ${what}an area that the call was not given`,
      `a ${what}${name(area)}: ${length} bytes at ${at}, where ${size} at ${area.pointer} are live`,
    );
  }
}

const LOOK = finding.actual.startsWith("a load ") ? "loads" : "stores";

function judge(bytes) {
  if (!WebAssembly.validate(bytes)) throw new Unusable("it is not a valid WebAssembly module");
  const module = compiled(rewritten(bytes, LOOK));
  const fresh = () => new Guest(module).ready();
  const first = new WatchedScript(fresh(), true, 0);
  const fault = first.all(course.actions);
  if (fault) return fault;
  if (finding.clause === "CALL-03") return unwritten(fresh, first);
  for (let k = 1; k < first.most; k++) {
    const found = new WatchedScript(fresh(), false, k).all(course.actions);
    if (found) return found;
  }
  return null;
}

/** A byte of a text that its call did not write: no NUL of its own ends the text. */
function unwritten(fresh, script) {
  for (const { action, pointer, content } of script.held) {
    const call = course.actions[action];
    if (call.shape !== "cstring" || call.expected !== "served") continue;
    for (let i = 0; i < content.length - 1; i++) {
      const one = { action, address: pointer + i };
      const again = new WatchedScript(fresh(), false, 0, one);
      again.all(course.actions);
      if (again.touch) continue;
      const actual = `the call wrote ${i} bytes and no NUL; the rest was there before`;
      say(actual);
      return script.fault("CALL-03", "RESULT", "a text that ends in a NUL of its own", actual);
    }
  }
  return null;
}
