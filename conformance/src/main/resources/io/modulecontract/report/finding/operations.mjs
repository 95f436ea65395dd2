// ---- which clause a program breaks ----

const CLAUSES = {
  OUTSIDE_MEMORY: "ALLOC-01",
  OVERLAP: "ALLOC-02",
  SHARED_ADDRESS: "ALLOC-04",
  IMPOSSIBLE_AREA: "ALLOC-05",
  IMPOSSIBLE_STOPPED: "ALLOC-06",
  MISALIGNED: "ALLOC-08",
  OLD_BYTES: "ALLOC-09",
  CHANGED_BY_ALLOCATE: "ALLOC-03",
  CHANGED_BY_RELEASE: "DEALLOC-04",
  CHANGED_BY_RELEASE_AGAIN: "DEALLOC-02",
  CHANGED_BY_RELEASE_FOREIGN: "DEALLOC-03",
  NOT_RELEASED: "DEALLOC-01",
  ZERO_NOT_RELEASED: "ALLOC-04",
  DEAD_RELEASED: "DEALLOC-02",
  ZERO_DEAD_RELEASED: "ALLOC-04",
  FOREIGN_RELEASED: "DEALLOC-03",
};
// These speak for themselves; the others may have their cause in an earlier operation.
const CERTAIN =
  /^(DEAD_|ZERO_DEAD|FOREIGN|CHANGED_BY_RELEASE_|IMPOSSIBLE|MISALIGNED|OLD_BYTES)/;

function judge(bytes) {
  const module = compiled(bytes);
  const operations = course.operations.map(parsed);
  const fresh = () => new Guest(module).ready();
  const most = fitting(fresh);
  const fine = (list) => new Run(fresh(), false, most).all(list) === null;
  const symptom = new Run(fresh(), true, most).all(operations);
  return symptom && { ...symptom, clause: cause(symptom, operations, most, fresh, fine) };
}

/** The symptom's clause is that of the operations without which it is gone. */
function cause({ kind, grew }, operations, most, fresh, fine) {
  if (CERTAIN.test(kind)) return CLAUSES[kind];
  const without = (suspect) => {
    const rest = operations.filter((operation) => !suspect(operation));
    return rest.length < operations.length && fine(rest);
  };
  if (without((it) => it.kind === "release-foreign")) return "DEALLOC-03";
  if (without((it) => it.kind === "release-again")) return "DEALLOC-02";
  // Where nothing fits, a request is not to blame for being larger than that.
  const large = Math.max(most, LEAST_ROOM / 4);
  if (without((it) => it.kind === "allocate" && it.argument > large)) return "ALLOC-07";
  const sizes = operations.filter((it) => it.kind === "allocate").map((it) => it.argument);
  if (kind === "CHANGED_BY_ALLOCATE" && grew) {
    const much = Math.min(sizes.reduce((sum, size) => sum + size, PAGE), 2 * most);
    const grown = [parsed("allocate " + much), parsed("release 0"), ...operations];
    if (fine(grown)) return "GROW-02";
  }
  const many = kind !== "OUTSIDE_MEMORY" && operations.length > 2 * FEW;
  if (many && fine(operations.slice(0, FEW))) return "ALLOC-11";
  if (kind === "ALLOCATE_STOPPED" && sizes.at(-1) === 0) return "ALLOC-04";
  if (kind === "REFUSED" || kind === "ALLOCATE_STOPPED") {
    const guest = fresh();
    return guest.allocate(guest.size() + 1).value > 0 ? "ALLOC-10" : "GROW-01";
  }
  if (kind === "NOT_RELEASED") {
    const youngest = parsed("release " + YOUNGEST);
    const last = operations.map((it) => (it.kind === "release" ? youngest : it));
    return fine([...last, ...operations.map(() => youngest)]) ? "DEALLOC-05" : "DEALLOC-01";
  }
  return CLAUSES[kind];
}
