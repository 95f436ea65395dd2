// ---- the start, with nothing granted ----

function judge(bytes) {
  const { start } = new Guest(compiled(bytes));
  say("start -> " + (start.stopped ?? "returned"));
  return start.stopped
    ? { clause: "INIT-01", expected: "the start returns", actual: start.stopped }
    : null;
}
