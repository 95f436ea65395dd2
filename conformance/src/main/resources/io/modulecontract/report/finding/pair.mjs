// ---- two scripts whose last calls must give the same result ----

/** What the last call answered, or all of them one behind the other. */
function counted({ answers }) {
  if (!course.sequence.joined) return answers.at(-1);
  return { outcome: "served", content: Buffer.concat(answers.map(({ content }) => content)) };
}

function judge(bytes) {
  const module = compiled(bytes);
  const { seed, actions, otherSeed, otherActions } = course.sequence;
  const one = new Script(new Guest(module, seed).ready(), true, ["ANSWERS_ONLY"]);
  const fault = one.all(actions);
  if (fault) return fault;
  say("then, on an instance of its own:");
  const other = new Script(new Guest(module, otherSeed).ready(), true, ["ANSWERS_ONLY"]);
  const otherFault = other.all(otherActions);
  if (otherFault) return otherFault;
  const [before, after] = [counted(one), counted(other)];
  const same = before.outcome === after.outcome && before.content.equals(after.content);
  const told = ({ outcome, content }) => `${outcome} ${content.toString("hex", 0, 200)}`.trim();
  const actual = `${told(before)}, then ${told(after)}`;
  say("result: " + actual);
  return same ? null : { clause: finding.clause, expected: "the same result", actual };
}
