// ---- a stream of tables, read as a distrustful host does ----

const KINDS = { 1: "schema", 2: "dictionary", 3: "batch" };

/** The columns and the rows of a stream, each row a text; or { flaw }. */
function table(bytes) {
  try {
    return new Stream(bytes).read();
  } catch (e) {
    if (e instanceof Flaw) return { flaw: e.message };
    // Node's own answer to a place outside of the bytes.
    if (e instanceof RangeError) return { flaw: "a place outside of the stream: " + e.message };
    throw e;
  }
}

class Stream {
  constructor(bytes) {
    this.bytes = bytes;
    this.columns = null;
    this.dictionaries = new Map();
    this.rows = [];
    this.batches = 0;
  }

  read() {
    let at = 0;
    for (;;) {
      if (at + 8 > this.bytes.length) flaw(`no end marker: the stream ends at byte ${at}`);
      if (this.bytes.readInt32LE(at) !== -1) flaw(`no FF FF FF FF at byte ${at}`);
      const length = this.bytes.readUInt32LE(at + 4);
      if (length === 0) break;
      at = this.message(at, length);
    }
    if (at + 8 !== this.bytes.length) flaw("bytes behind the end marker");
    if (!this.columns) flaw("no schema");
    const { rows, batches } = this;
    return { columns: this.columns.map(described), rows, batches };
  }

  message(at, length) {
    const start = at + 8;
    if (length % 8 !== 0) flaw(`metadata of ${length} bytes at ${at}`);
    if (start + length > this.bytes.length) flaw(`metadata of ${length} bytes at ${at}`);
    const metadata = this.bytes.subarray(start, start + length);
    const message = Flat.root(metadata);
    const bodyLength = message.i64(3);
    const from = start + length;
    if (bodyLength < 0 || bodyLength % 8 !== 0 || from + bodyLength > this.bytes.length) {
      flaw(`a body of ${bodyLength} bytes at ${from}`);
    }
    const body = this.bytes.subarray(from, from + bodyLength);
    const header = message.table(2) ?? flaw("a message without a header");
    const kind = KINDS[message.u8(1)] ?? flaw(`a message of kind ${message.u8(1)}`);
    if ((kind === "schema") !== (this.columns === null)) flaw(`a ${kind} where none may be`);
    if (kind === "schema") {
      if (header.i16(0) !== 0) flaw("big-endian numbers");
      this.columns = header.tables(1).map((field) => column(field));
    } else if (kind === "dictionary") {
      const id = header.i64(0);
      const values = dictionaryOf(this.columns, id) ?? flaw(`a dictionary ${id} of no column`);
      const batch = new Batch(header.table(1) ?? flaw("no values"), body, this.dictionaries);
      const read = batch.all([values])[0];
      const before = header.u8(2) ? (this.dictionaries.get(id) ?? []) : [];
      this.dictionaries.set(id, [...before, ...read]);
    } else {
      const batch = new Batch(header, body, this.dictionaries);
      const read = batch.all(this.columns);
      for (let row = 0; row < batch.rows; row++) {
        this.rows.push(read.map((values) => values[row]).join("|"));
      }
      this.batches++;
    }
    return from + bodyLength;
  }
}

function dictionaryOf(columns, id) {
  for (const it of columns) {
    if (it.dictionary === id) return { ...it, dictionary: null };
    const found = dictionaryOf(it.children, id);
    if (found) return found;
  }
  return null;
}

function described(column) {
  const { name, type, nullable, children } = column;
  const inner = children.length > 0 ? `<${children.map(described).join(", ")}>` : "";
  return `${name} ${type}${inner}${nullable ? "?" : ""}`;
}
