// ---- areas until the memory is full, and one more once some are released ----

function judge(bytes) {
  const guest = new Guest(compiled(bytes)).ready();
  const { size } = course.sequence;
  const young = [];
  const seen = (expected, actual) => ({ clause: finding.clause, expected, actual });
  const tell = (answer) => `allocate(${size}) -> ${words(answer)}`;
  for (;;) {
    const answer = guest.allocate(size);
    if (answer.value === 0) break;
    const before = `${young.length} x allocate(${size}), then ${tell(answer)}`;
    if (answer.stopped) return { clause: "ALLOC-06", expected: "0", actual: before };
    if (answer.value + size > guest.size()) {
      say(before);
      return seen("0, or an area inside the memory", `${before}, with ${guest.size()} bytes`);
    }
    if (young.length > limitBytes / size) {
      return { clause: "ALLOC-02", expected: "areas apart", actual: before };
    }
    young.push(answer.value);
  }
  say(`${young.length} x allocate(${size}) -> an area each, then 0`);
  if (young.length === 0) return null;
  const expected = `allocate(${size}) is served again once enough is released`;
  while (young.length > 0) {
    const pointer = young.pop();
    const released = guest.deallocate(pointer);
    const again = released.stopped ? released : guest.allocate(size);
    if (again.value > 0) {
      say(`${young.length} are left when ${tell(again)}`);
      return null;
    }
    if (again.stopped) return seen(expected, again.stopped);
  }
  const actual = `allocate(${size}) -> 0 although all areas are released`;
  say(actual);
  return seen(expected, actual);
}
