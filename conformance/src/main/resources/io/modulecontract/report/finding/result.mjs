// ---- a result, read as a distrustful host does ----

/** What a call answers when it rejects. */
function rejectionOf(shape) {
  return shape === "in-place" || shape === "callback" ? NOT_AN_AREA : 0;
}

/** Its areas and its bytes, or what is wrong with it. */
function result(guest, shape, pointer) {
  const flaw = (clause, expected, actual) => ({ flaw: { clause, expected, actual } });
  const memory = guest.size();
  if (shape === "cstring") {
    if (pointer >= memory) return flaw("CALL-01", "inside the memory", String(pointer));
    const length = guest.bytes(pointer, memory - pointer).indexOf(0);
    if (length < 0) return flaw("CALL-03", "a NUL byte", "none up to the memory's end");
    const text = guest.bytes(pointer, length);
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(text);
    } catch {
      return flaw("CALL-03", "UTF-8", `the ${length} bytes at ${pointer} are not`);
    }
    const areas = [{ part: "main", at: pointer, size: length + 1 }];
    return { areas, content: Buffer.from(text) };
  }
  if (pointer + 8 > memory) return flaw("CALL-01", "inside the memory", String(pointer));
  const pair = guest.bytes(pointer, 8);
  const [at, size] = [pair.readUInt32LE(0), pair.readUInt32LE(4)];
  const where = `${size} bytes at ${at}, the pair is at ${pointer}`;
  if (at + size > memory || (at === 0 && size > 0)) {
    return flaw("CALL-01", "inside the memory", where);
  }
  if (at === pointer || (size > 0 && at < pointer + 8 && pointer < at + size)) {
    return flaw("CALL-02", "a pair apart from the data that it names", where);
  }
  const own = [{ part: "main", at: pointer, size: 8 }];
  const areas = at === 0 ? own : [{ part: "data", at, size }, ...own];
  return { areas, content: Buffer.from(guest.bytes(at, at === 0 ? 0 : size)) };
}
