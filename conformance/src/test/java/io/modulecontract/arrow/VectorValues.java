package io.modulecontract.arrow;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.util.Float16;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.Decimal256Vector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FixedSizeBinaryVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntervalDayVector;
import org.apache.arrow.vector.IntervalMonthDayNanoVector;
import org.apache.arrow.vector.LargeVarBinaryVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.UInt2Vector;
import org.apache.arrow.vector.UInt4Vector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.ViewVarBinaryVector;
import org.apache.arrow.vector.ViewVarCharVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.LargeListVector;
import org.apache.arrow.vector.complex.LargeListViewVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.ListViewVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.dictionary.DictionaryProvider;

/** What arrow-vector read, as the values that the suite has for it. */
final class VectorValues {

  private final DictionaryProvider dictionaries;

  VectorValues(DictionaryProvider dictionaries) {
    this.dictionaries = dictionaries;
  }

  List<Object> of(FieldVector vector) {
    return range(vector, 0, vector.getValueCount());
  }

  private List<Object> range(FieldVector vector, int from, int to) {
    List<Object> values = new ArrayList<>();
    for (int row = from; row < to; row++) {
      values.add(vector.isNull(row) ? null : value(vector, row));
    }
    return values;
  }

  private Object value(FieldVector vector, int row) {
    if (vector.getField().getDictionary() != null) {
      int index = (int) number((BaseFixedWidthVector) vector, row);
      FieldVector values =
          dictionaries.lookup(vector.getField().getDictionary().getId()).getVector();
      return plain(values, index);
    }
    return plain(vector, row);
  }

  private Object plain(FieldVector vector, int row) {
    if (vector instanceof StructVector struct) {
      List<Object> parts = new ArrayList<>();
      struct.getChildrenFromFields().forEach(child -> parts.addAll(range(child, row, row + 1)));
      return parts;
    } else if (vector instanceof LargeListVector list) {
      return range(
          list.getDataVector(),
          (int) list.getElementStartIndex(row),
          (int) list.getElementEndIndex(row));
    } else if (vector instanceof ListVector list) {
      return range(
          list.getDataVector(), list.getElementStartIndex(row), list.getElementEndIndex(row));
    } else if (vector instanceof ListViewVector list) {
      return range(
          list.getDataVector(), list.getElementStartIndex(row), list.getElementEndIndex(row));
    } else if (vector instanceof LargeListViewVector list) {
      int from = (int) list.getOffsetBuffer().getLong(8L * row);
      int size = (int) list.getSizeBuffer().getLong(8L * row);
      return range(list.getDataVector(), from, from + size);
    } else if (vector instanceof FixedSizeListVector list) {
      return range(
          list.getDataVector(), list.getElementStartIndex(row), list.getElementEndIndex(row));
    }
    return scalar(vector, row);
  }

  private static Object scalar(FieldVector vector, int row) {
    if (vector instanceof BitVector bits) {
      return bits.get(row) != 0;
    } else if (vector instanceof Float2Vector floats) {
      return Float16.toFloat(floats.get(row));
    } else if (vector instanceof Float4Vector
        || vector instanceof Float8Vector
        || vector instanceof DecimalVector
        || vector instanceof Decimal256Vector) {
      return vector.getObject(row);
    } else if (vector instanceof VarCharVector
        || vector instanceof LargeVarCharVector
        || vector instanceof ViewVarCharVector) {
      return vector.getObject(row).toString();
    } else if (vector instanceof VarBinaryVector
        || vector instanceof LargeVarBinaryVector
        || vector instanceof ViewVarBinaryVector
        || vector instanceof FixedSizeBinaryVector) {
      return Blob.of((byte[]) vector.getObject(row));
    } else if (vector instanceof IntervalDayVector days) {
      int start = row * 8;
      return new Interval(
          0, days.getDataBuffer().getInt(start), days.getDataBuffer().getInt(start + 4));
    } else if (vector instanceof IntervalMonthDayNanoVector intervals) {
      long start = 16L * row;
      return new Interval(
          intervals.getDataBuffer().getInt(start),
          intervals.getDataBuffer().getInt(start + 4),
          intervals.getDataBuffer().getLong(start + 8));
    }
    return number((BaseFixedWidthVector) vector, row);
  }

  private static long number(BaseFixedWidthVector vector, int row) {
    boolean unsigned =
        vector instanceof UInt1Vector
            || vector instanceof UInt2Vector
            || vector instanceof UInt4Vector;
    int width = vector.getTypeWidth();
    byte[] bytes = new byte[width];
    vector.getDataBuffer().getBytes((long) row * width, bytes);
    return LittleEndian.number(bytes, 0, width, !unsigned);
  }
}
