// ---- a program or a script, again and again ----

/** The content with other numbers each time, wherever eight letters Z stand in a row. */
function chunk(action, time) {
  if (action.do !== "give") return action;
  const bytes = Buffer.from(action.unit, "hex");
  const places = [];
  for (let at = 0; (at = bytes.indexOf("ZZZZZZZZ", at)) >= 0; at += 8) places.push(at);
  places.forEach((at, k) => {
    const number = (time * places.length + k) % 100000000;
    bytes.write(String(number).padStart(8, "0"), at, "latin1");
  });
  return { ...action, unit: bytes.toString("hex") };
}

/** A script, after which everything is released. */
function script(guest, actions, print) {
  const looks = course.sequence.releasedOnce ? ["RELEASED_ONCE"] : [];
  const fault = new Script(guest, print, looks).all(actions);
  const short = fault && ["ALLOC-10", "CALL-12", "ARROW-02"].includes(fault.clause);
  return short ? fault.actual : fault;
}

function judge(bytes) {
  const { memoryPages, times, operations, actions, chunks, looks = WHEN } = course.sequence;
  const module = compiled(bytes, memoryPages);
  const at = (time) => (chunks ? actions.map((it) => chunk(it, time)) : actions);
  const once = (guest, time, print = false) =>
    operations ? program(guest, operations, print) : script(guest, at(time), print);
  once(new Guest(module).ready(), 0, true);
  const actual = leak(module, once, times, looks);
  if (actual === null || actual.clause) return actual;
  const expected = "the same free capacity, however often it is repeated";
  return { clause: finding.clause, expected, actual };
}
