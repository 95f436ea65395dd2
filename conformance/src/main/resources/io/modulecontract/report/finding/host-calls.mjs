// ---- a script, with a look at the functions of the host that are called meanwhile ----

const COUNTS = {
  ANY: () => true,
  CAPABILITY: ({ needs }) => needs !== "" && !settings.granted.includes(needs),
  OUTPUT: ({ needs }) => needs === "stdout" || needs === "stderr",
};

function judge(bytes) {
  const { actions, counted } = course.sequence;
  const guest = new Guest(compiled(bytes)).ready();
  const fault = new Script(guest, true, []).all(actions);
  const made = [...new Set(guest.tried.filter(COUNTS[counted]).map((it) => it.words))].sort();
  if (made.length === 0) return fault;
  const actual = "called " + made.join(", ");
  say(actual);
  return { clause: finding.clause, expected: finding.expected, actual };
}
