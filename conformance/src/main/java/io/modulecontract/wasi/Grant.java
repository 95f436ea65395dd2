package io.modulecontract.wasi;

/** How a guest gets a capability. */
public enum Grant {
  /** Not at all. What has a harmless form answers with that, and the attempt counts as refused. */
  REFUSED,
  /** In a form that is the same in every run: a clock that stands still, the seed's numbers. */
  HARMLESS,
  /** The real thing. */
  REAL;

  /** Whether the guest may use it. */
  public boolean given() {
    return this != REFUSED;
  }
}
