// ---- the instructions of a function, one by one ----

/** How many bytes each plain load (from 0x28 on) and store (from 0x36 on) touches. */
const WIDTHS = [4, 8, 4, 8, 1, 1, 2, 2, 1, 1, 2, 2, 4, 4, 4, 8, 4, 8, 1, 2, 1, 2, 4];
const STORED = ["i32", "i64", "f32", "f64", "i32", "i32", "i64", "i64", "i64"];
const VECTOR_WIDTHS = [16, 8, 8, 8, 8, 8, 8, 1, 2, 4, 8, 16];

/** How many numbers follow an instruction with the prefix 0xFC. */
const NUMBERS = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

function unknown(...bytes) {
  const words = bytes.map((byte) => "0x" + byte.toString(16)).join(" ");
  return new Unusable("it has an instruction that cannot be watched here: " + words);
}

/** Walks over a body: yields { op, at, end, ... } for each instruction. */
function* instructions(bytes, start, end) {
  let at = start;
  while (at < end) {
    const found = { op: bytes[at], at };
    read(bytes, found);
    at = found.end;
    yield found;
  }
}

function read(bytes, found) {
  const { op } = found;
  let at = found.at + 1;
  const next = () => {
    let value;
    [value, at] = number(bytes, at);
    return value;
  };
  const access = (width, store, operand) => {
    if (next() & 0x40) throw unknown(op); // another memory
    Object.assign(found, { offset: next(), width, store, operand });
  };
  if ((op >= 0x02 && op <= 0x04) || op === 0x06) next();
  else if ([0x07, 0x08, 0x09, 0x0c, 0x0d, 0x10, 0x12, 0x18, 0xd0, 0xd2].includes(op)) next();
  else if (op === 0x11 || op === 0x13) next(), next();
  else if (op === 0x0e) for (let labels = next() + 1; labels > 0; labels--) next();
  else if (op === 0x1c) for (let types = next(); types > 0; types--) next();
  else if (op >= 0x20 && op <= 0x26) next();
  else if (op >= 0x28 && op <= 0x35) access(WIDTHS[op - 0x28], false, null);
  else if (op >= 0x36 && op <= 0x3e) access(WIDTHS[op - 0x28], true, STORED[op - 0x36]);
  else if (op >= 0x3f && op <= 0x42) next();
  else if (op === 0x43) at += 4;
  else if (op === 0x44) at += 8;
  else if (op === 0xfc) {
    found.sub = next();
    if (found.sub >= NUMBERS.length) throw unknown(op, found.sub);
    for (let i = NUMBERS[found.sub]; i > 0; i--) next();
  } else if (op === 0xfd) {
    const sub = next();
    if (sub < 12) access(VECTOR_WIDTHS[sub], sub === 11, sub === 11 ? "v128" : null);
    else if (sub < 14) at += 16;
    else if (sub >= 21 && sub <= 34) at += 1;
    else if (sub >= 84 && sub <= 91) {
      access(1 << (sub % 4), sub >= 88, "v128");
      at += 1;
    } else if (sub === 92 || sub === 93) access(sub === 92 ? 4 : 8, false, null);
  } else if (op > 0xd1 || (op > 0x0f && op < 0x19) || op === 0x1f || op === 0x27) {
    throw unknown(op);
  }
  found.end = at;
}
