// ---- areas and operations, for a program ----

function parsed(text) {
  const [kind, ...rest] = text.split(" ");
  return { kind, place: rest[0], argument: Number(rest.at(-1)) };
}

/** Eight bytes, none of them 0, that belong to one area alone. */
function pattern(id) {
  const bytes = Buffer.alloc(8);
  const product = BigInt.asUintN(64, BigInt(id + 1) * 0x9e3779b97f4a7c15n);
  bytes.writeBigUInt64LE(product | 0x0101010101010101n);
  return bytes;
}

function filled(area) {
  return Buffer.alloc(area.size, pattern(area.id));
}

function range(area) {
  return `[${area.pointer}, ${area.pointer + area.size})`;
}

function released(pointer, answer) {
  return `deallocate(${pointer}) -> ${words(answer)}`;
}

function conflict(one, other) {
  if (one.pointer === other.pointer) return true;
  if (one.size === 0 || other.size === 0) return false;
  return one.pointer < other.pointer + other.size && other.pointer < one.pointer + one.size;
}
