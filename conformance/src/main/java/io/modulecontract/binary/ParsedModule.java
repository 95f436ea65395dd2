package io.modulecontract.binary;

/** A module as the engine parsed it. Opaque to everybody but the engine that made it. */
public interface ParsedModule {}
