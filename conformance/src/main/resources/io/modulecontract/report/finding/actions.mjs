// ---- which clause a script breaks ----

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

/** A parameter is no longer the host's: it is refused, or given out again. */
const isParameters = ({ clause }) => clause === "DEALLOC-01" || clause === "ALLOC-02";

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
    if (isParameters(fault) && actions.some((it) => it.do === "call")) return "CALL-07";
  }
  const rejected = actions.find((it) => it.expected === "rejected");
  if (rejected && fine(renumbered(actions, (it) => it.expected !== "rejected"))) {
    // One that frees what it rejects shows that in many ways, for the area is given out again.
    const upTo = actions.slice(0, actions.indexOf(rejected) + 1);
    const after = new Script(fresh(), false).all(upTo);
    const freed = after?.cause === "EARLIER" && isParameters(after);
    return freed ? "CALL-07" : rejected.clause;
  }
  if (grewInCall) {
    const gives = actions.filter((it) => it.do === "give");
    const weight = gives.reduce(
      (sum, it) => sum + (it.unit.length * it.times + it.tail.length) / 2,
      0,
    );
    const times = Math.min(8 * weight + 16 * PAGE, fitting(fresh));
    const grown = [
      { do: "give", unit: "67", times, tail: "" },
      { do: "release", pointer: "pointer 0 main +0" },
      ...renumbered(actions, () => true, 2),
    ];
    if (fine(grown)) return "GROW-04";
  }
  return fault.cause === "RESULT" || fault.clause === "CALL-16" ? fault.clause : "CALL-09";
}
