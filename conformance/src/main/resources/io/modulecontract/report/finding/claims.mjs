// ---- a script, with a look at what calls that must be rejected ask for ----

class ClaimingScript extends Script {
  call(action) {
    const asked = () => eyeOf(this.guest, "asked").value >>> 0;
    const before = asked();
    const values = action.operands.map((operand) => this.value(operand));
    const given = action.operands
      .map((it, i) => /^pointer \d+ \w+ \+0$/.test(it) && this.starting(values[i]))
      .filter(Boolean)
      .reduce((sum, area) => sum + area.content.length, 0);
    const fault = super.call(action);
    if (action.expected !== "rejected" || action.shape !== "arrow") return fault;
    const pages = asked() - before;
    const most = 16 + Math.ceil((16 * given) / PAGE);
    const actual = `${pages} pages asked for, ${given} bytes given`;
    say(actual);
    return pages > most ? this.fault("ARROW-05", "HERE", `at most ${most} pages`, actual) : fault;
  }
}

function judge(bytes) {
  if (!WebAssembly.validate(bytes)) throw new Unusable("it is not a valid WebAssembly module");
  const module = compiled(rewritten(bytes, "growth"));
  return new ClaimingScript(new Guest(module).ready(), true).all(course.actions);
}
