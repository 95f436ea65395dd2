package io.modulecontract.arrow;

/**
 * A value of an interval column that counts more than months.
 *
 * @param months 0 where the column has no months
 * @param days calendar days
 * @param rest milliseconds in a column of days and time, nanoseconds in one of months, days and
 *     nanoseconds
 */
public record Interval(int months, int days, long rest) {}
