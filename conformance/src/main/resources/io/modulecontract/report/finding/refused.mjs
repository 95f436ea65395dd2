// ---- a script, with its first, second, third request for memory refused ----

const MOST = 200;
const DAMAGE = "ALLOC-01 ALLOC-02 ALLOC-03 DEALLOC-01 CALL-01 CALL-09 CALL-16".split(" ");
const USELESS = ["ALLOC-10", "CALL-12", "ARROW-02"];

function judge(bytes) {
  if (!WebAssembly.validate(bytes)) throw new Unusable("it is not a valid WebAssembly module");
  const module = compiled(rewritten(bytes, "growth"));
  const { actions } = course.sequence;
  const fresh = () => new Guest(module).ready();
  const other = new Script(fresh(), false, []).all(actions);
  if (other) return other; // with all the memory that it asks for
  for (let k = 1; k <= MOST; k++) {
    const guest = fresh();
    const fault = refusing(guest, k, false);
    if (fault) {
      refusing(fresh(), k, true);
      return { clause: finding.clause, expected: fault.expected, actual: fault.actual };
    }
    if (eyeOf(guest, "requests").value < k) {
      say(`it runs through with ${k - 1} requests to grow, each refused once`);
      return null;
    }
  }
  return null;
}

/** The k-th request is refused; then the same again on the same instance, and none is. */
function refusing(guest, k, print) {
  const { actions } = course.sequence;
  if (print) say("the host refuses `memory.grow` number " + k);
  const refuse = (number) => {
    eyeOf(guest, "requests").value = 0;
    eyeOf(guest, "refused").value = number;
  };
  refuse(k);
  const run = new Script(guest, print, ["SHORT_OF_MEMORY"]);
  const damage = run.all(actions);
  if (damage) return DAMAGE.includes(damage.clause) ? damage : null;
  if (run.stopped || eyeOf(guest, "requests").value < k) return null;
  if (print) say("from here on, memory may grow");
  const requests = eyeOf(guest, "requests").value;
  refuse(0);
  const after = new Script(guest, print, []).all(actions);
  eyeOf(guest, "requests").value = requests;
  return after && [...DAMAGE, ...USELESS].includes(after.clause) ? after : null;
}
