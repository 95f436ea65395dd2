package io.modulecontract.wasi;

import java.io.OutputStream;

/**
 * Where a standard output of a guest leads.
 *
 * @param grant refused and harmless outputs are thrown away, real ones go to the stream
 * @param stream takes what the guest writes when the grant is real
 */
public record Output(Grant grant, OutputStream stream) {

  /** The guest may not write there; what it writes is thrown away. */
  public static final Output REFUSED = new Output(Grant.REFUSED, OutputStream.nullOutputStream());

  /** The guest may write there; what it writes is thrown away. */
  public static final Output DISCARDED =
      new Output(Grant.HARMLESS, OutputStream.nullOutputStream());

  /** What the guest writes goes to this stream. */
  public static Output to(OutputStream stream) {
    return new Output(Grant.REAL, stream);
  }
}
