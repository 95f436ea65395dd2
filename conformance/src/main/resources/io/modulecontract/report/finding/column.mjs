// ---- the columns of a stream: how each type lies in its buffers ----

const UNITS = ["s", "ms", "us", "ns"];

/** How a type lies: { storage, type, width }. */
const LAYOUTS = {
  1: () => ({ storage: "none", type: "null" }),
  2: (it) => fixed(`${it.u8(1) ? "int" : "uint"}${it.i32(0)}`, it.i32(0) / 8),
  3: (it) => ({ ...fixed("float" + (16 << it.i16(0)), 2 << it.i16(0)), float: true }),
  4: () => variable("binary", 4),
  5: () => variable("utf8", 4, true),
  6: () => ({ storage: "bits", type: "bool" }),
  7: (it) => fixed(`decimal(${it.i32(0)}, ${it.i32(1)})`, it.i32(2, 128) / 8),
  8: (it) => (it.i16(0, 1) === 0 ? fixed("date32", 4) : fixed("date64", 8)),
  9: (it) => fixed(`time(${UNITS[it.i16(0, 1)]})`, it.i32(1, 32) / 8),
  10: (it) => fixed(`timestamp(${UNITS[it.i16(0)]}, ${it.text(1)})`, 8),
  11: (it) => fixed("interval" + it.i16(0), [4, 8, 16][it.i16(0)]),
  12: () => ({ storage: "list", type: "list", width: 4 }),
  13: () => ({ storage: "struct", type: "struct" }),
  15: (it) => fixed(`binary(${it.i32(0)})`, it.i32(0)),
  16: (it) => ({ storage: "fixed list", type: `list(${it.i32(0)})`, width: it.i32(0) }),
  17: () => ({ storage: "list", type: "map", width: 4 }),
  18: (it) => fixed(`duration(${UNITS[it.i16(0, 1)]})`, 8),
  19: () => variable("large_binary", 8),
  20: () => variable("large_utf8", 8, true),
  21: () => ({ storage: "list", type: "large_list", width: 8 }),
  23: () => ({ storage: "views", type: "binary_view" }),
  24: () => ({ storage: "views", type: "utf8_view", text: true }),
  25: () => ({ storage: "list view", type: "list_view", width: 4 }),
  26: () => ({ storage: "list view", type: "large_list_view", width: 8 }),
};

function fixed(type, width) {
  return { storage: "fixed", type, width };
}

function variable(type, width, text = false) {
  return { storage: "variable", type, width, text };
}

/** A field of the schema. */
function column(field) {
  const kind = field.u8(2);
  const layout = LAYOUTS[kind] ?? (() => flaw(`a column of type ${kind}`));
  const encoding = field.table(4);
  const index = encoding?.table(1);
  return {
    name: field.text(0),
    nullable: field.u8(1) !== 0,
    ...layout(field.table(3) ?? flaw("a column without a type")),
    children: field.tables(5).map((child) => column(child)),
    dictionary: encoding ? encoding.i64(0) : null,
    index: index ? { width: index.i32(0) / 8, signed: index.u8(1) !== 0 } : { width: 4, signed: true },
  };
}

/** A batch: its nodes and buffers, shared out among the columns. Each value becomes a text. */
class Batch {
  constructor(header, body, dictionaries) {
    if (header.table(3)) flaw("a compressed body");
    this.body = body;
    this.dictionaries = dictionaries;
    this.rows = header.i64(0);
    this.nodes = header.vector(1, 16).map((at) => [header.i64At(at), header.i64At(at + 8)]);
    this.buffers = header.vector(2, 16).map((at) => this.buffer(header.i64At(at), header.i64At(at + 8)));
    this.views = header.vector(4, 8).map((at) => header.i64At(at));
    if (this.rows < 0) flaw(`a batch of ${this.rows} rows`);
  }

  buffer(at, length) {
    if (at < 0 || length < 0 || at + length > this.body.length) {
      flaw(`a buffer of ${length} bytes at ${at}, in a body of ${this.body.length}`);
    }
    return this.body.subarray(at, at + length);
  }

  all(columns) {
    const read = columns.map((it) => this.values(it, this.rows));
    if (this.nodes.length > 0 || this.buffers.length > 0) flaw("more nodes or buffers than columns");
    return read;
  }

  next(list, column) {
    return list.length > 0 ? list.shift() : flaw(`too few nodes or buffers for ${column.name}`);
  }

  need(buffer, bytes, column) {
    if (buffer.length < bytes) {
      flaw(`${column.name}: a buffer of ${buffer.length} bytes where ${bytes} are needed`);
    }
    return buffer;
  }

  /** The values of a column; `rows` is null where any number will do. `given`: whose parent is null. */
  values(column, rows, given = null) {
    const [length, nulls] = this.next(this.nodes, column);
    if (length < 0 || (rows !== null && length !== rows)) {
      flaw(`${column.name}: ${length} values in ${rows} rows`);
    }
    if (column.storage === "none" && column.dictionary === null) return Array(length).fill("null");
    const validity = this.next(this.buffers, column);
    const valid = this.validity(column, validity, length, nulls);
    const optional = given ?? Array(length).fill(true);
    if (!column.nullable && valid.some((it, row) => !it && optional[row])) {
      flaw(`${column.name}: a null where none may be`);
    }
    const read = this.read(column, length, valid);
    return read.map((value, row) => (valid[row] ? value : "null"));
  }

  validity(column, bitmap, length, nulls) {
    if (nulls < 0 || nulls > length) flaw(`${column.name}: ${nulls} nulls of ${length}`);
    if (bitmap.length === 0) {
      if (nulls > 0) flaw(`${column.name}: ${nulls} nulls and no validity`);
      return Array(length).fill(true);
    }
    this.need(bitmap, Math.ceil(length / 8), column);
    const valid = Array.from({ length }, (_, row) => bit(bitmap, row));
    const counted = valid.filter((it) => !it).length;
    if (counted !== nulls) flaw(`${column.name}: ${nulls} nulls said, ${counted} there`);
    return valid;
  }

  read(column, length, valid) {
    if (column.dictionary !== null) return this.encoded(column, length, valid);
    const { width, children } = column;
    switch (column.storage) {
      case "bits": {
        const bits = this.need(this.next(this.buffers, column), Math.ceil(length / 8), column);
        return Array.from({ length }, (_, row) => String(bit(bits, row)));
      }
      case "fixed": {
        const buffer = this.need(this.next(this.buffers, column), length * width, column);
        return slices(buffer, length, width).map((it) => (column.float ? float(it) : it.toString("hex")));
      }
      case "variable": {
        const offsets = this.offsets(column, length);
        const data = this.need(this.next(this.buffers, column), offsets[length] ?? 0, column);
        return offsets.slice(0, length).map((from, row) => {
          const value = data.subarray(from, offsets[row + 1]);
          return told(value, column, valid[row]);
        });
      }
      case "views":
        return this.viewed(column, length, valid);
      case "list": {
        const offsets = this.offsets(column, length);
        const items = this.values(children[0], null);
        if ((offsets[length] ?? 0) > items.length) flaw(`${column.name}: offsets outside of its values`);
        return Array.from({ length }, (_, row) => list(items.slice(offsets[row], offsets[row + 1])));
      }
      case "list view": {
        const numbers = () => {
          const buffer = this.need(this.next(this.buffers, column), length * width, column);
          return slices(buffer, length, width).map((it) => integer(it, true));
        };
        const [from, sizes] = [numbers(), numbers()];
        const items = this.values(children[0], null);
        return Array.from({ length }, (_, row) => {
          const inside = from[row] >= 0 && sizes[row] >= 0 && from[row] + sizes[row] <= items.length;
          if (!inside && valid[row]) flaw(`${column.name}: a list outside of its values`);
          return list(items.slice(from[row], from[row] + sizes[row]));
        });
      }
      case "fixed list": {
        const items = this.values(children[0], length * width);
        return Array.from({ length }, (_, row) => list(items.slice(row * width, (row + 1) * width)));
      }
      default: {
        const parts = children.map((child) => this.values(child, length, valid));
        return Array.from({ length }, (_, row) => `{${parts.map((it) => it[row]).join(",")}}`);
      }
    }
  }

  offsets(column, length) {
    const { width, name } = column;
    const buffer = this.next(this.buffers, column);
    if (length === 0 && buffer.length === 0) return [0];
    this.need(buffer, (length + 1) * width, column);
    const offsets = slices(buffer, length + 1, width).map((it) => integer(it, true));
    offsets.forEach((offset, row) => {
      if (offset < (row === 0 ? 0 : offsets[row - 1])) flaw(`${name}: offset ${row} is ${offset}`);
    });
    return offsets;
  }

  encoded(column, length, valid) {
    const { width, signed } = column.index;
    const buffer = this.need(this.next(this.buffers, column), length * width, column);
    const values = this.dictionaries.get(column.dictionary) ?? [];
    return slices(buffer, length, width).map((it, row) => {
      const index = integer(it, signed);
      if (valid[row] && !(index in values)) flaw(`${column.name}: index ${index} of ${values.length}`);
      return values[index] ?? "null";
    });
  }

  viewed(column, length, valid) {
    const views = this.need(this.next(this.buffers, column), 16 * length, column);
    const count = this.next(this.views, column);
    const data = Array.from({ length: count }, () => this.next(this.buffers, column));
    return slices(views, length, 16).map((view, row) => {
      const size = view.readInt32LE(0);
      if (!valid[row]) return "null";
      if (size < 0) flaw(`${column.name}: a value of ${size} bytes`);
      if (size <= 12) return told(view.subarray(4, 4 + size), column, true);
      const [at, from] = [view.readInt32LE(8), view.readInt32LE(12)];
      const buffer = data[at] ?? flaw(`${column.name}: buffer ${at} of ${count}`);
      if (from < 0 || from + size > buffer.length) flaw(`${column.name}: a view outside of its buffer`);
      const value = buffer.subarray(from, from + size);
      if (!value.subarray(0, 4).equals(view.subarray(4, 8))) flaw(`${column.name}: another prefix`);
      return told(value, column, true);
    });
  }
}

function bit(bitmap, row) {
  return ((bitmap[row >> 3] >> (row & 7)) & 1) === 1;
}

function slices(buffer, length, width) {
  return Array.from({ length }, (_, row) => buffer.subarray(row * width, (row + 1) * width));
}

function integer(bytes, signed) {
  const { length } = bytes;
  if (length === 8) return Number(signed ? bytes.readBigInt64LE(0) : bytes.readBigUInt64LE(0));
  return signed ? bytes.readIntLE(0, length) : bytes.readUIntLE(0, length);
}

/** NaN is NaN, whichever it is; minus zero is not zero. */
function float(bytes) {
  const { length } = bytes;
  const value = length === 8 ? bytes.readDoubleLE(0) : length === 4 ? bytes.readFloatLE(0) : half(bytes);
  return Number.isNaN(value) ? "NaN" : bytes.toString("hex");
}

function half(bytes) {
  const bits = bytes.readUInt16LE(0);
  return (bits & 0x7c00) === 0x7c00 && (bits & 0x3ff) !== 0 ? NaN : 0;
}

function told(bytes, column, valid) {
  if (column.text && valid) return JSON.stringify(utf8(bytes, `a text of ${column.name}`));
  return "x" + bytes.toString("hex");
}

function list(items) {
  return `[${items.join(",")}]`;
}
