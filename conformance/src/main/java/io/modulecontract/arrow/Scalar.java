package io.modulecontract.arrow;

/** What the bytes of one value mean, and as which Java class it is seen. */
enum Scalar {
  /** Nothing: the column is nested or null. */
  NONE,
  /** A {@link Boolean}. */
  BOOL,
  /** A {@link Long}: numbers, dates, times, durations, months. */
  INT,
  /** A {@link Long} that is never negative, but in 64 bits, where it is read without a sign. */
  UINT,
  /** A {@link Float} of 16 bits. */
  HALF,
  /** A {@link Float}. */
  FLOAT,
  /** A {@link Double}. */
  DOUBLE,
  /** A {@link java.math.BigDecimal} of the column's scale. */
  DECIMAL,
  /** An {@link Interval} of days and milliseconds. */
  DAY_TIME,
  /** An {@link Interval} of months, days and nanoseconds. */
  MONTH_DAY_NANO,
  /** A {@link Blob}. */
  BYTES,
  /** A {@link String}. */
  TEXT
}
