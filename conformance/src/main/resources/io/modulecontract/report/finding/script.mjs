// ---- a script of areas and calls, beside a list of what the host holds ----

class Script {
  constructor(guest, print, looks = course.also) {
    this.guest = guest;
    this.print = print;
    this.looks = looks;
    this.answers = [];
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
    while (!this.looksFor("ANSWERS_ONLY") && this.live.length > 0 && !this.stopped) {
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
    return this.looks.includes(look);
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
    if (other) {
      const empty = size === 0 || other.content.length === 0;
      return empty
        ? this.fault("ALLOC-04", "EARLIER", "different pointers, or 0", shared(area, other))
        : this.fault("ALLOC-02", "EARLIER", "areas apart", shared(area, other));
    }
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

  /** Releases a live area; a result, unless told otherwise, a second time, which must be refused. */
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
    return area.result && !this.looksFor("RELEASED_ONCE")
      ? this.refused(area.pointer, "CALL-01", "SECOND_RELEASE")
      : null;
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
    // Behind the chunk of a stream stands whether it is the last.
    const end = action.shape === "stream" ? 2 : values.length;
    const pointers = values.map((_, i) => i).filter((i) => i % 2 === 0 && i < end);
    const served = action.expected === "served" && pointers.every((i) => values[i] !== 0);
    const granted = action.operands
      .map((operand, i) => /^pointer \d+ \w+ \+0$/.test(operand) && this.starting(values[i]))
      .filter(Boolean);
    const sizeOf = (i) => this.starting(values[i])?.content.length;
    const fits = (i) => values[i + 1] === undefined || values[i + 1] <= sizeOf(i);
    const excused =
      (clause === "CALL-04" || clause === "CALL-05") &&
      pointers.every((i) => sizeOf(i) !== undefined && fits(i));
    // Who is to find out that a pointer is wrong may have to look at what lies there.
    const whole = (i) =>
      granted.some((area) => area.pointer === values[i]) &&
      (values[i + 1] === undefined || values[i + 1] === sizeOf(i));
    const watched = served || pointers.every(whole);
    const before = this.guest.size();
    const most = this.looksFor("FIRST_PIECE_ONLY") ? 1 : Infinity;
    this.guest.openOutbox(action.shape === "callback" ? most : 0);
    const others = watched ? this.live.filter((area) => !granted.includes(area)) : null;
    const answer = this.made(name_, () => this.guest.call(name_, ...values), values, others);
    this.grewInCall ||= this.guest.size() > before;
    this.delivered = this.guest.outbox;
    this.guest.openOutbox(0);
    if (answer.stopped) {
      this.answers.push({ outcome: answer.stopped, content: Buffer.alloc(0) });
      return this.notReturned(action, served, answer, excused);
    }
    const rejection = { value: rejectionOf(action.shape) };
    const told = ({ value }) => `${name_} -> ${words({ value })}`;
    const { pieces, wanted } = this.delivered;
    if (pieces.length > wanted) {
      const more = `${pieces.length - wanted} more delivered, then ${told(answer)}`;
      return this.fault("CALL-12", "RESULT", "no piece after the host wanted no more", more);
    }
    const enough = wanted > 0 && pieces.length === wanted;
    if (answer.value === rejection.value) {
      this.answers.push({ outcome: "rejected", content: Buffer.alloc(0) });
      if (!served || enough || this.looksFor("SHORT_OF_MEMORY")) {
        return this.traces(action, served, watched, granted, true);
      }
      return this.fault(clause, "RESULT", "a result: the payload is valid", told(answer));
    }
    if (action.expected === "rejected" && !excused) {
      return this.fault(clause, "HERE", told(rejection), told(answer));
    }
    return (
      this.take(action, answer.value, values) ??
      this.traces(action, served, watched, granted, false)
    );
  }

  /** What of the host's has changed meanwhile, or was touched. */
  traces(action, served, watched, granted, rejected) {
    const parameters = () => this.parameters(action, granted, rejected);
    const touched = watched ? this.untouched(granted) : null;
    if (touched) return touched;
    if (served) return parameters();
    return (action.shape === "in-place" ? parameters() : null) ?? this.unchanged(granted);
  }

  notReturned(action, served, answer, excused) {
    const actual = `${action.function}: ${answer.stopped}`;
    if (answer.exit) return this.fault("POL-03", "HERE", "an answer", actual);
    if (answer.stack) return this.fault("CALL-15", "HERE", "an answer within the stack", actual);
    if (excused || this.looksFor("SHORT_OF_MEMORY")) return null;
    const due = served ? "a result" : words({ value: rejectionOf(action.shape) }) + ", and no trap";
    return this.fault(action.clause, "RESULT", due, actual);
  }

  /** Reads a result, and books its areas where it is in some. */
  take(action, pointer, [at, length]) {
    if (action.shape === "in-place") {
      if (pointer > length) {
        const most = `at most the ${length} bytes of the area, or -1`;
        return this.fault("CALL-12", "RESULT", most, `${action.function} -> ${pointer}`);
      }
      this.answers.push({ outcome: "served", content: Buffer.from(this.guest.bytes(at, pointer)) });
      return null;
    }
    if (action.shape === "callback") {
      const { pieces, wanted } = this.delivered;
      this.answers.push({ outcome: "served", content: Buffer.concat(pieces.map((it) => it.bytes)) });
      if (pieces.length === wanted) {
        const none = `${action.function} -> -1: the host wanted no more`;
        return this.fault("CALL-12", "RESULT", none, `${action.function} -> ${pointer}`);
      }
      const due = "0 when all was delivered, or -1";
      const status = `${action.function} -> ${pointer}`;
      return pointer === 0 ? null : this.fault("CALL-12", "RESULT", due, status);
    }
    const { flaw, areas, content } = result(this.guest, action.shape, pointer);
    if (flaw) return this.fault(flaw.clause, "RESULT", flaw.expected, flaw.actual);
    for (const { part, at, size } of areas) {
      const bytes = Buffer.from(this.guest.bytes(at, size));
      const one = { action: this.at, part, pointer: at, content: bytes, result: true };
      const other = this.add(one);
      if (other) {
        const same = other.action === this.at;
        const clause = !other.result ? "CALL-01" : same ? "CALL-02" : "CALL-16";
        return this.fault(clause, "RESULT", "areas apart from all live ones", shared(one, other));
      }
    }
    this.answers.push({ outcome: "served", content });
    const wrong =
      action.shape === "arrow" && this.looksFor("STREAMS") ? table(content).flaw : undefined;
    if (!wrong) return null;
    const actual = `${content.length} bytes: ${wrong}`;
    return this.fault("ARROW-01", "RESULT", "a well-formed Arrow IPC stream", actual);
  }

  /** Nothing of the host's has changed that the call was not given. */
  untouched(granted) {
    for (const area of this.live) {
      const change = area.action < this.at && !granted.includes(area) && this.change(area);
      if (!change) continue;
      const clause = area.result ? "CALL-16" : "CALL-09";
      return this.fault(clause, "HERE", name(area) + " is unchanged", change);
    }
    return null;
  }

  /** What the call was given has changed only where that is its work, or nobody looks for it. */
  parameters(action, granted, rejected) {
    const inPlace = action.shape === "in-place";
    for (const area of granted) {
      const change = this.change(area);
      if (!change) continue;
      if (inPlace ? rejected : this.looksFor("PARAMETERS")) {
        const whole = action.expected === "rejected" ? action.clause : "CALL-09";
        const clause = inPlace ? whole : "CALL-08";
        return this.fault(clause, "HERE", name(area) + " is unchanged", change);
      }
      area.content = Buffer.from(this.guest.bytes(area.pointer, area.content.length));
    }
    return null;
  }

  /** A call with a wrong pointer or length changes nothing. */
  unchanged(granted) {
    const area = this.live.find((it) => this.change(it));
    if (!area || granted.includes(area)) return null;
    const clause = area.result ? "CALL-16" : "CALL-09";
    return this.fault(clause, "HERE", name(area) + " is unchanged", this.change(area));
  }
}
