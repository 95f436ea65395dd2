// ---- the metadata of a stream: flatbuffers, each place looked at before it is read ----

class Flaw extends Error {}

function flaw(what) {
  throw new Flaw(what);
}

/** A table at a place; what it has not, has the value that the schema gives it. */
class Flat {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
    this.vtable = at - this.i32At(at);
    this.size = this.u16At(this.vtable);
    if (this.vtable + this.size > bytes.length) flaw("a table of the metadata ends outside of them");
  }

  static root(bytes) {
    return new Flat(bytes, bytes.readUInt32LE(0));
  }

  place(id) {
    const entry = 4 + 2 * id;
    if (entry + 2 > this.size) return 0;
    const offset = this.u16At(this.vtable + entry);
    return offset === 0 ? 0 : this.at + offset;
  }

  scalar(id, read, otherwise) {
    const at = this.place(id);
    return at === 0 ? otherwise : read(at);
  }

  u8(id, otherwise = 0) {
    return this.scalar(id, (at) => this.u8At(at), otherwise);
  }

  i16(id, otherwise = 0) {
    return this.scalar(id, (at) => this.i16At(at), otherwise);
  }

  i32(id, otherwise = 0) {
    return this.scalar(id, (at) => this.i32At(at), otherwise);
  }

  i64(id, otherwise = 0) {
    return this.scalar(id, (at) => this.i64At(at), otherwise);
  }

  target(id) {
    const at = this.place(id);
    return at === 0 ? 0 : at + this.u32At(at);
  }

  table(id) {
    const at = this.target(id);
    return at === 0 ? null : new Flat(this.bytes, at);
  }

  /** The places of a vector's elements. */
  vector(id, width) {
    const at = this.target(id);
    if (at === 0) return [];
    const count = this.u32At(at);
    if (at + 4 + count * width > this.bytes.length) flaw("a vector of the metadata is too long");
    return Array.from({ length: count }, (_, i) => at + 4 + i * width);
  }

  tables(id) {
    return this.vector(id, 4).map((at) => new Flat(this.bytes, at + this.u32At(at)));
  }

  text(id) {
    const places = this.vector(id, 1);
    if (places.length === 0) return "";
    const start = places[0];
    return utf8(this.bytes.subarray(start, start + places.length), "a name");
  }

  // What lies outside of the bytes, Node refuses to read.
  u8At(at) {
    return this.bytes.readUInt8(at);
  }

  u16At(at) {
    return this.bytes.readUInt16LE(at);
  }

  i16At(at) {
    return this.bytes.readInt16LE(at);
  }

  i32At(at) {
    return this.bytes.readInt32LE(at);
  }

  u32At(at) {
    return this.bytes.readUInt32LE(at);
  }

  i64At(at) {
    return Number(this.bytes.readBigInt64LE(at));
  }
}

function utf8(bytes, what) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return flaw(`${what} is no UTF-8`);
  }
}
