package io.modulecontract.engine;

import io.modulecontract.binary.ModuleOutline;

/** Which imports every guest is given. */
public final class WasiNames {

  /** The module name of WASI preview 1. */
  public static final String MODULE = WasiHost.MODULE;

  private WasiNames() {}

  /** Whether an import is a function of WASI preview 1. Its type is checked when it is linked. */
  public static boolean provides(ModuleOutline.Import wanted) {
    return wanted.module().equals(MODULE)
        && wanted.kind() == ModuleOutline.Kind.FUNCTION
        && WasiHost.types().containsKey(wanted.name());
  }
}
