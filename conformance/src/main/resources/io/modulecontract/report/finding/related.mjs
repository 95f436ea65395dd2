// ---- what must hold between the data that a command is given and what it answers ----

const sorted = (rows) => [...rows].sort();
const same = (rows, other) => rows.length === other.length && rows.every((it, i) => it === other[i]);

function compared(wanted, found) {
  if (same(wanted, found)) return null;
  const at = wanted.findIndex((row, i) => row !== found[i]);
  if (wanted.length !== found.length) return `${wanted.length} rows expected, ${found.length} found`;
  return `row ${at}: ${wanted[at]} expected, ${found[at]} found`;
}

function beyond(whole, part) {
  const left = sorted(whole);
  for (const row of part) {
    const at = left.indexOf(row);
    if (at < 0) return `a row that the data do not have: ${row}`;
    left.splice(at, 1);
  }
  return null;
}

/** What is wrong, or null; `runs` have the data, the answer, and all answers. */
const RELATIONS = {
  "rows-kept": ([run]) =>
    run.data.rows.length === run.answer.rows.length
      ? null
      : `${run.data.rows.length} rows of data, ${run.answer.rows.length} of the answer`,
  "columns-kept": ([run]) => {
    const [wanted, found] = [run.data, run.answer].map((it) => it.columns.join(", "));
    return wanted === found ? null : `columns ${found} in place of ${wanted}`;
  },
  "order-independent": ([one, other]) => compared(sorted(one.answer.rows), sorted(other.answer.rows)),
  "batching-independent": ([one, other]) => compared(one.answer.rows, other.answer.rows),
  idempotent: ([{ answers }]) => compared(answers[0].rows, answers[1].rows),
  concatenation: ([one, two, both]) =>
    compared([...one.answer.rows, ...two.answer.rows], both.answer.rows),
  subset: ([run]) => beyond(run.data.rows, run.answer.rows),
};

function judge(bytes) {
  const { relation, scripts } = course.sequence;
  const module = compiled(bytes);
  const runs = [];
  for (const actions of scripts) {
    if (runs.length > 0) say("then, on an instance of its own:");
    const script = new Script(new Guest(module).ready(), true, ["ANSWERS_ONLY"]);
    const fault = script.all(actions);
    if (fault) return fault;
    const [, action, part] = actions.findLast((it) => it.do === "call").operands[2].split(" ");
    const data = table(script.find(Number(action), part).content);
    const answers = script.answers.map((it) => table(it.content));
    const flawed = answers.find((it) => it.flaw);
    if (flawed) return script.fault("ARROW-01", "RESULT", "a well-formed stream", flawed.flaw);
    runs.push({ data, answers, answer: answers.at(-1) });
  }
  const actual = RELATIONS[relation](runs);
  say(`${relation}: ${actual ?? "holds"}`);
  return actual && { clause: finding.clause, expected: finding.expected, actual };
}
