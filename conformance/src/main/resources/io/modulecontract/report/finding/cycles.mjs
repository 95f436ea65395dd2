// ---- a program or a script, again and again ----

/** A script, after which everything is released. */
function script(guest, actions, print) {
  const fault = new Script(guest, print, []).all(actions);
  const short = fault && ["ALLOC-10", "CALL-12", "ARROW-02"].includes(fault.clause);
  return short ? fault.actual : fault;
}

function judge(bytes) {
  const { memoryPages, times, operations, actions } = course.sequence;
  const module = compiled(bytes, memoryPages);
  const once = (guest, print) =>
    operations ? program(guest, operations, print) : script(guest, actions, print);
  once(new Guest(module).ready(), true);
  const actual = leak(module, once, times);
  if (actual === null || actual.clause) return actual;
  const expected = "the same free capacity, however often it is repeated";
  return { clause: finding.clause, expected, actual };
}
