// ---- what the host holds, for a script ----

function name(area) {
  const what = area.result ? (area.part === "data" ? "the data" : "the result") : "the area";
  return `${what} of action ${area.action + 1}`;
}

function shared(one, other) {
  const range = (area) => `[${area.pointer}, ${area.pointer + area.content.length})`;
  return `${range(one)} beside ${name(other)}, ${range(other)}`;
}

function conflict(one, other) {
  if (one.pointer === other.pointer) return true;
  const [size, otherSize] = [one.content.length, other.content.length];
  if (size === 0 || otherSize === 0) return false;
  return one.pointer < other.pointer + otherSize && other.pointer < one.pointer + size;
}
