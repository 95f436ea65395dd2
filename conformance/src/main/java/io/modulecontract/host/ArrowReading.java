package io.modulecontract.host;

/**
 * What an application does with a result while it lies in the guest's memory.
 *
 * @param <R> what it gives; nothing in it may refer to the result
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface ArrowReading<R, X extends Exception> {

  /** Reads the result, which is of no use once this returns. */
  R read(ArrowResult result) throws X;
}
