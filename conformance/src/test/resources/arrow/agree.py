"""Whether pyarrow reads from a stream the rows that are given as lines of JSON.

Called with the stream's file, lines on standard input; prints each difference, ends with 1 if there is one, and with 3
where there is no pyarrow.
"""

import json
import struct
import sys
from decimal import Decimal

try:
    import pyarrow as pa
    import pyarrow.types as types
except ImportError as missing:
    print(missing)
    sys.exit(3)


def plain(column):
    """Times as the numbers that the column holds."""
    kind = column.type
    if types.is_date32(kind) or types.is_time32(kind):
        return column.cast(pa.int32()).to_pylist()
    if types.is_temporal(kind) and not types.is_interval(kind):
        return column.cast(pa.int64()).to_pylist()
    return column.to_pylist()


def same_float(expected, found, form):
    return struct.pack(form, float(expected)) == struct.pack(form, found) or (found != found and expected == "NaN")


def same(expected, found, kind):
    if expected is None or found is None:
        return expected is None and found is None
    if types.is_dictionary(kind):
        return same(expected, found, kind.value_type)
    if types.is_float16(kind):
        return same_float(expected, float(found), "e")
    if types.is_float32(kind):
        return same_float(expected, found, "f")
    if types.is_float64(kind):
        return same_float(expected, found, "d")
    if types.is_decimal(kind):
        return Decimal(str(expected)) == found
    if isinstance(found, bytes):
        return expected == found.hex()
    if types.is_interval(kind):
        return expected == [found.months, found.days, found.nanoseconds]
    if types.is_map(kind):
        return len(expected) == len(found) and all(
            same(entry["key"], key, kind.key_type) and same(entry["value"], value, kind.item_type)
            for entry, (key, value) in zip(expected, found)
        )
    if types.is_struct(kind):
        return all(same(expected[child.name], found[child.name], child.type) for child in kind)
    if isinstance(found, list):
        return len(expected) == len(found) and all(
            same(one, other, kind.value_type) for one, other in zip(expected, found)
        )
    return expected == found and type(expected) is type(found)


def main():
    with pa.ipc.open_stream(sys.argv[1]) as reader:
        table = reader.read_all()
    table.validate(full=True)
    rows = [json.loads(line, parse_float=Decimal) for line in sys.stdin.buffer.read().decode("utf-8").split("\n") if line]
    different = 0
    if table.num_rows != len(rows):
        print(f"expected {len(rows)} rows, found {table.num_rows}")
        different += 1
    for field in table.schema:
        for row, found in enumerate(plain(table[field.name])[: len(rows)]):
            if not same(rows[row][field.name], found, field.type):
                print(f"row {row}, column {field.name}: expected {rows[row][field.name]!r}, found {found!r}")
                different += 1
    sys.exit(1 if different else 0)


main()
