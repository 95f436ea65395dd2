// ---- a script of areas and calls, beside a list of what the host holds ----

class Script {
  constructor(guest, print) {
    this.guest = guest;
    this.print = print;
    this.held = [];
    this.live = [];
    this.grewInCall = false;
  }

  /** The first fault, or null. */
  all(actions) {
    for (this.at = 0; this.at < actions.length; this.at++) {
      const fault = this.act(actions[this.at]);
      if (fault || this.stopped) return fault;
    }
    while (this.live.length > 0 && !this.stopped) {
      const fault = this.giveBack(this.live[0]);
      if (fault) return fault;
    }
    return null;
  }

  act(action) {
    if (action.do === "give") return this.give(action);
    if (action.do === "release") return this.release(action.pointer);
    return action.operands.some((operand) => this.isGone(operand)) ? null : this.call(action);
  }

  fault(clause, cause, expected, actual) {
    return { clause, cause, expected, actual };
  }

  /** Makes a call of the guest and tells of it. */
  made(name, call, values) {
    const answer = call();
    this.stopped ||= Boolean(answer.stopped);
    if (this.print) say(`${name}(${values.join(", ")}) -> ${words(answer)}`);
    return answer;
  }

  looksFor(look) {
    return course.also.includes(look);
  }

  give(action) {
    const unit = Buffer.from(action.unit, "hex");
    const content = Buffer.concat([
      ...(unit.length > 0 ? [Buffer.alloc(unit.length * action.times, unit)] : []),
      Buffer.from(action.tail, "hex"),
    ]);
    const size = content.length;
    const answer = this.made("allocate", () => this.guest.allocate(size), [size]);
    const call = `allocate(${size}) -> ${words(answer)}`;
    if (answer.stopped || (answer.value === 0 && size > 0)) {
      if (this.looksFor("SHORT_OF_MEMORY")) return null;
      return this.fault("ALLOC-10", "EARLIER", `an area of ${size} bytes`, call);
    }
    if (answer.value + size > this.guest.size()) {
      return this.fault("ALLOC-01", "EARLIER", "an area inside the memory", call);
    }
    const area = { action: this.at, part: "main", pointer: answer.value, content, result: false };
    const other = this.add(area);
    if (other) return this.fault("ALLOC-02", "EARLIER", "areas apart", shared(area, other));
    this.guest.bytes(area.pointer, size).set(content);
    return null;
  }

  /** Books an area, unless it conflicts with a live one, which is answered. */
  add(area) {
    if (area.pointer !== 0) {
      const other = this.live.find((it) => conflict(it, area));
      if (other) return other;
      this.live.push(area);
    }
    this.held.push(area);
    return null;
  }

  find(action, part) {
    return this.held.findLast((it) => it.action === action && it.part === part);
  }

  starting(pointer) {
    return this.live.find((it) => it.pointer === pointer);
  }

  isGone(operand) {
    const [kind, action, part] = operand.split(" ");
    return (kind === "pointer" || kind === "length") && !this.find(Number(action), part);
  }

  value(operand) {
    const [kind, action, part] = operand.split(" ");
    const delta = Number(operand.split(" ").at(-1));
    if (kind === "number") return delta;
    if (kind === "memory-end") return (this.guest.size() + delta) >>> 0;
    const area = this.find(Number(action), part);
    return ((kind === "length" ? area.content.length : area.pointer) + delta) >>> 0;
  }

  release(operand) {
    if (this.isGone(operand)) return null;
    const pointer = this.value(operand);
    const area = this.starting(pointer);
    if (area) return this.giveBack(area);
    if (pointer === 0 && operand.startsWith("pointer")) return null;
    return this.refused(pointer, "DEALLOC-02", "EARLIER");
  }

  deallocate(pointer) {
    return this.made("deallocate", () => this.guest.deallocate(pointer), [pointer]);
  }

  /** Releases a live area; a result also a second time, which must be refused. */
  giveBack(area) {
    const change = this.change(area);
    if (change) {
      const clause = area.result ? "CALL-16" : "ALLOC-03";
      return this.fault(clause, "EARLIER", name(area) + " is unchanged", change);
    }
    const answer = this.deallocate(area.pointer);
    this.live.splice(this.live.indexOf(area), 1);
    if (answer.value !== 0) {
      const expected = `deallocate(${area.pointer}) -> 0: ${name(area)} is live`;
      const actual = `deallocate(${area.pointer}) -> ${words(answer)}`;
      if (!area.result) return this.fault("DEALLOC-01", "EARLIER", expected, actual);
      const pair = this.find(area.action, "main");
      const behind = area.part === "data" && pair && area.pointer === pair.pointer + 8;
      return this.fault(behind ? "CALL-02" : "CALL-01", "RESULT", expected, actual);
    }
    return area.result ? this.refused(area.pointer, "CALL-01", "SECOND_RELEASE") : null;
  }

  refused(pointer, clause, cause) {
    const answer = this.deallocate(pointer);
    if (answer.value === NOT_AN_AREA) return null;
    const actual = `deallocate(${pointer}) -> ${words(answer)}`;
    return this.fault(clause, cause, `deallocate(${pointer}) -> -1`, actual);
  }

  /** What is another in an area than it must be, or null. */
  change(area) {
    const now = this.guest.bytes(area.pointer, area.content.length);
    const at = difference(now, area.content);
    return at < 0
      ? null
      : `byte ${at} of ${name(area)} was ${area.content[at]} and is ${now[at]}`;
  }

  call(action) {
    const values = action.operands.map((operand) => this.value(operand));
    const { function: name_, clause } = action;
    const served = action.expected === "served" && values[0] !== 0;
    const granted = action.operands
      .map((operand, i) => /^pointer \d+ \w+ \+0$/.test(operand) && this.starting(values[i]))
      .filter(Boolean);
    const sizeOf = this.starting(values[0])?.content.length;
    const excused =
      (clause === "CALL-04" || clause === "CALL-05") &&
      sizeOf !== undefined &&
      (values.length < 2 || values[1] === sizeOf);
    const before = this.guest.size();
    const answer = this.made(name_, () => this.guest.call(name_, ...values), values);
    this.grewInCall ||= this.guest.size() > before;
    if (answer.stopped) return this.notReturned(action, served, answer);
    if (answer.value === 0) {
      if (!served || this.looksFor("SHORT_OF_MEMORY")) {
        return served ? this.untouched(granted) : this.unchanged(granted);
      }
      return this.fault(clause, "RESULT", "a result: the payload is valid", name_ + " -> 0");
    }
    if (action.expected === "rejected" && !excused) {
      return this.fault(clause, "HERE", name_ + " -> 0", `${name_} -> ${answer.value}`);
    }
    return (
      this.take(action, answer.value) ?? (served ? this.untouched(granted) : this.unchanged(granted))
    );
  }

  notReturned(action, served, answer) {
    const actual = `${action.function}: ${answer.stopped}`;
    if (answer.exit) return this.fault("POL-03", "HERE", "an answer", actual);
    if (answer.stack) return this.fault("CALL-15", "HERE", "an answer within the stack", actual);
    if (this.looksFor("SHORT_OF_MEMORY")) return null;
    return this.fault(action.clause, "RESULT", served ? "a result" : "0, and no trap", actual);
  }

  /** Reads a result as a distrustful host does, and books its areas. */
  take(action, pointer) {
    const unreadable = (clause, expected, actual) => this.fault(clause, "RESULT", expected, actual);
    const memory = this.guest.size();
    const areas = [];
    const area = (part, at, size) =>
      areas.push({
        action: this.at,
        part,
        pointer: at,
        content: Buffer.from(this.guest.bytes(at, size)),
        result: true,
      });
    if (action.shape === "cstring") {
      if (pointer >= memory) return unreadable("CALL-01", "inside the memory", String(pointer));
      const length = this.guest.bytes(pointer, memory - pointer).indexOf(0);
      if (length < 0) return unreadable("CALL-03", "a NUL byte", "none up to the memory's end");
      try {
        new TextDecoder("utf-8", { fatal: true }).decode(this.guest.bytes(pointer, length));
      } catch {
        return unreadable("CALL-03", "UTF-8", `the ${length} bytes at ${pointer} are not`);
      }
      area("main", pointer, length + 1);
    } else {
      if (pointer + 8 > memory) return unreadable("CALL-01", "inside the memory", String(pointer));
      const pair = this.guest.bytes(pointer, 8);
      const [at, size] = [pair.readUInt32LE(0), pair.readUInt32LE(4)];
      const where = `${size} bytes at ${at}, the pair is at ${pointer}`;
      if (at + size > memory || (at === 0 && size > 0)) {
        return unreadable("CALL-01", "inside the memory", where);
      }
      if (at === pointer || (size > 0 && at < pointer + 8 && pointer < at + size)) {
        return unreadable("CALL-02", "a pair apart from the data that it names", where);
      }
      if (at !== 0) area("data", at, size);
      area("main", pointer, 8);
    }
    for (const one of areas) {
      const other = this.add(one);
      if (other) {
        const same = other.action === this.at;
        const clause = !other.result ? "CALL-01" : same ? "CALL-02" : "CALL-16";
        return unreadable(clause, "areas apart from all live ones", shared(one, other));
      }
    }
    return null;
  }

  /** Nothing of the host's has changed that the call was not given. */
  untouched(granted) {
    for (const area of this.live) {
      const change = area.action < this.at && this.change(area);
      if (!change) continue;
      if (!granted.includes(area)) {
        const clause = area.result ? "CALL-16" : "CALL-09";
        return this.fault(clause, "HERE", name(area) + " is unchanged", change);
      }
      if (this.looksFor("PARAMETERS")) {
        return this.fault("CALL-08", "HERE", name(area) + " is unchanged", change);
      }
      area.content = Buffer.from(this.guest.bytes(area.pointer, area.content.length));
    }
    return null;
  }

  /** A call that is rejected changes nothing at all. */
  unchanged(granted) {
    const area = this.live.find((it) => this.change(it));
    if (!area || granted.includes(area)) return null;
    const clause = area.result ? "CALL-16" : "CALL-09";
    return this.fault(clause, "HERE", name(area) + " is unchanged", this.change(area));
  }
}

function name(area) {
  const what = area.result ? (area.part === "data" ? "the data" : "the result") : "the area";
  return `${what} of action ${area.action + 1}`;
}

function shared(one, other) {
  const range = (area) => `[${area.pointer}, ${area.pointer + area.content.length})`;
  return `${range(one)} beside ${name(other)}, ${range(other)}`;
}

function conflict(one, other) {
  if (one.pointer === other.pointer) return true;
  const [size, otherSize] = [one.content.length, other.content.length];
  if (size === 0 || otherSize === 0) return false;
  return one.pointer < other.pointer + otherSize && other.pointer < one.pointer + size;
}

/** The actions that are kept, and that name no area of one that is not; with new numbers. */
function renumbered(actions, keep, first = 0) {
  const moved = new Map();
  const kept = [];
  actions.forEach((action, index) => {
    const operands = [action.pointer, ...(action.operands ?? [])].filter(Boolean);
    const names = operands.map((it) => /^(pointer|length) (\d+)/.exec(it)).filter(Boolean);
    if (!keep(action) || !names.every((it) => moved.has(Number(it[2])))) return;
    moved.set(index, first + kept.length);
    const renamed = (operand) =>
      operand.replace(/^(pointer|length) (\d+)/, (all, kind, k) => `${kind} ${moved.get(Number(k))}`);
    const copy = { ...action };
    if (copy.pointer) copy.pointer = renamed(copy.pointer);
    if (copy.operands) copy.operands = copy.operands.map(renamed);
    kept.push(copy);
  });
  return kept;
}

function judge(bytes) {
  const module = compiled(bytes);
  const fresh = () => new Guest(module).ready();
  const fine = (list) => new Script(fresh(), false).all(list) === null;
  const script = new Script(fresh(), true);
  const fault = script.all(course.actions);
  return fault && { ...fault, clause: cause(fault, course.actions, script.grewInCall, fresh, fine) };
}

/** The fault's clause is that of the actions without which it is gone. */
function cause(fault, actions, grewInCall, fresh, fine) {
  if (fault.cause === "HERE") return fault.clause;
  if (fault.cause === "SECOND_RELEASE") {
    const guest = fresh();
    const { value } = guest.allocate(24);
    guest.deallocate(value);
    return guest.deallocate(value).value === 0 ? "DEALLOC-02" : fault.clause;
  }
  if (fault.cause === "EARLIER") {
    if (!fine(renumbered(actions, (it) => it.do !== "call"))) return fault.clause;
    const parameter = fault.clause === "DEALLOC-01" || fault.clause === "ALLOC-02";
    if (parameter && actions.some((it) => it.do === "call")) return "CALL-07";
  }
  const rejected = actions.find((it) => it.expected === "rejected");
  if (rejected && fine(renumbered(actions, (it) => it.expected !== "rejected"))) {
    return rejected.clause;
  }
  if (grewInCall) {
    const guest = fresh();
    const gives = actions.filter((it) => it.do === "give");
    const weight = gives.reduce(
      (sum, it) => sum + (it.unit.length * it.times + it.tail.length) / 2,
      0,
    );
    const most = Math.floor((limitBytes - guest.size()) / 4);
    const times = Math.min(8 * weight + 16 * PAGE, most);
    const grown = [
      { do: "give", unit: "67", times, tail: "" },
      { do: "release", pointer: "pointer 0 main +0" },
      ...renumbered(actions, () => true, 2),
    ];
    if (fine(grown)) return "GROW-04";
  }
  return fault.cause === "RESULT" || fault.clause === "CALL-16" ? fault.clause : "CALL-09";
}

process.exitCode = main();
