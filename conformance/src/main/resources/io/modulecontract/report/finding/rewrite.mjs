// ---- the same module, with an eye on its memory ----

// What is added: exported globals that say what to look for and what was seen, and functions that
// the module's own code calls at each load or store, and instead of growing its memory.
const EYES = ["low", "high", "seenAt", "seenBytes", "requests", "refused", "asked"];
const TYPES = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, v128: 0x7b };
const eye = (name) => "module-contract." + name;

const LOOKS = {
  loads: { plain: (it) => it.store === false, bulk: { 0x0a: 1 } },
  stores: { plain: (it) => it.store === true, bulk: { 0x08: 0, 0x0a: 0, 0x0b: 0 } },
  growth: { plain: () => false, bulk: {} },
};

function signed(value) {
  const bytes = [];
  for (let rest = value | 0; ; rest >>= 7) {
    const low = rest & 0x7f;
    const last = (rest >> 6 === 0 || rest >> 6 === -1) && bytes.length < 5;
    bytes.push(last ? low : low | 0x80);
    if (last) return bytes;
  }
}

/** How many functions or globals (by their kind) are imported. */
function imported(bytes, wanted) {
  let found = 0;
  for (const { id, body } of sections(bytes)) {
    if (id !== 2) continue;
    let [count, at] = number(bytes, body);
    const skip = () => ([, at] = number(bytes, at));
    const name = () => {
      const [size, start] = number(bytes, at);
      at = start + size;
    };
    for (; count > 0; count--) {
      name();
      name();
      const kind = bytes[at++];
      if (kind === wanted) found++;
      if (kind === 0) skip();
      else if (kind === 3) at += 2;
      else if (kind === 1 || kind === 2) {
        if (kind === 1) at++;
        const flags = bytes[at++];
        skip();
        if (flags & 1) skip();
      } else throw new Unusable("it has imports of a kind that cannot be watched here");
    }
  }
  return found;
}

/** The bytes of a module whose loads, stores or growth can be seen. */
function rewritten(bytes, look) {
  const count = (id) => {
    const section = [...sections(bytes)].find((it) => it.id === id);
    return section ? number(bytes, section.body)[0] : 0;
  };
  const firstType = count(1);
  const firstFunction = imported(bytes, 0) + count(3);
  const firstGlobal = imported(bytes, 3) + count(6);
  const added = helpers((name) => firstGlobal + EYES.indexOf(name));
  const names = Object.keys(added);
  const call = (name) => [0x10, ...encoded(firstFunction + names.indexOf(name))];
  const vector = (list) => [...encoded(list.length), ...list];
  const more = {
    1: names.map((it) => [0x60, ...vector(added[it].takes), ...vector(added[it].gives)]),
    3: names.map((it, i) => encoded(firstType + i)),
    6: EYES.map(() => [TYPES.i32, 1, 0x41, 0, 0x0b]),
    7: EYES.map((it, i) => [...vector([...Buffer.from(eye(it))]), 3, ...encoded(firstGlobal + i)]),
    10: names.map((it) => vector(added[it].body)),
  };
  const parts = [bytes.subarray(0, 8)];
  const write = (id, old, added) => {
    const [had, at] = old ? number(bytes, old.body) : [0, 0];
    const own = id === 10 ? bodies(bytes, old, look, call) : bytes.subarray(at, old?.end ?? 0);
    const content = [Buffer.from(encoded(had + added.length)), own, Buffer.from(added.flat())];
    const body = Buffer.concat(content);
    parts.push(Buffer.from([id, ...encoded(body.length)]), body);
  };
  let globals = false;
  for (const section of sections(bytes)) {
    if (!globals && section.id >= 6 && section.id < 12) {
      globals = true;
      if (section.id > 6) write(6, null, more[6]);
    }
    if (more[section.id]) write(section.id, section, more[section.id]);
    else parts.push(bytes.subarray(section.start, section.end));
  }
  return Buffer.concat(parts);
}

/** The functions' bodies, with calls put in. */
function bodies(bytes, section, look, call) {
  const parts = [];
  let [count, at] = number(bytes, section.body);
  for (; count > 0; count--) {
    const [size, start] = number(bytes, at);
    let [groups, code] = number(bytes, start);
    for (; groups > 0; groups--) code = number(bytes, code)[1] + 1;
    const body = [bytes.subarray(start, code)];
    for (const it of instructions(bytes, code, start + size)) {
      const own = bytes.subarray(it.at, it.end);
      body.push(...seeing(it, own, LOOKS[look], call));
    }
    const whole = Buffer.concat(body);
    parts.push(Buffer.from(encoded(whole.length)), whole);
    at = start + size;
  }
  return Buffer.concat(parts);
}

function seeing(it, own, look, call) {
  if (it.op === 0x40) return [Buffer.from(call("grow"))];
  if (it.width !== undefined && look.plain(it)) {
    const where = [0x41, ...signed(it.offset), 0x41, ...signed(it.width)];
    return [Buffer.from([...where, ...call("at " + (it.operand ?? "address"))]), own];
  }
  const place = it.op === 0xfc ? look.bulk[it.sub] : undefined;
  return place === undefined ? [own] : [Buffer.from(call("bulk " + place)), own];
}

/** What the functions do. */
function helpers(global) {
  const { i32 } = TYPES;
  const get = (name) => [0x23, ...encoded(global(name))];
  const set = (name) => [0x24, ...encoded(global(name))];
  const local = (k) => [0x20, k];
  const wide = [0xad];
  // The first access that reaches into [low, high): where it begins, and how long it is.
  const look = (start, width) => [
    ...[...get("seenBytes"), 0x45, ...width, 0x45, 0x45, 0x71],
    ...[...start, ...get("high"), ...wide, 0x54, 0x71],
    ...[...get("low"), ...wide, ...start, ...width, ...wide, 0x7c, 0x54, 0x71, 0x04, 0x40],
    ...[...start, 0xa7, ...set("seenAt"), ...width, ...set("seenBytes"), 0x0b],
  ];
  const made = {};
  for (const type of [null, "i32", "i64", "f32", "f64", "v128"]) {
    const stack = type ? [i32, TYPES[type]] : [i32];
    const [offset, width] = [stack.length, stack.length + 1].map(local);
    const start = [...local(0), ...wide, ...offset, ...wide, 0x7c];
    const back = stack.flatMap((it, k) => local(k));
    const body = [0, ...look(start, width), ...back, 0x0b];
    made["at " + (type ?? "address")] = { takes: [...stack, i32, i32], gives: stack, body };
  }
  for (const place of [0, 1]) {
    const three = [i32, i32, i32];
    const start = [...local(place), ...wide];
    const body = [0, ...look(start, local(2)), ...[0, 1, 2].flatMap(local), 0x0b];
    made["bulk " + place] = { takes: three, gives: three, body };
  }
  made.grow = {
    takes: [i32],
    gives: [i32],
    body: [
      ...[0, ...get("requests"), 0x41, 1, 0x6a, ...set("requests")],
      ...[...get("asked"), ...local(0), 0x6a, ...set("asked")],
      ...[...get("requests"), ...get("refused"), 0x46, 0x04, i32, 0x41, 0x7f, 0x05],
      ...[...local(0), 0x40, 0, 0x0b, 0x0b],
    ],
  };
  return made;
}

/** One of the globals that were added to a guest. */
function eyeOf(guest, name) {
  return guest.exports[eye(name)];
}
