package io.modulecontract.wrong.program;

import com.dylibso.chicory.runtime.Memory;
import io.modulecontract.verdict.Verdict;

/** A program is run through our engine, and what it means is decided elsewhere. */
record KnowsTooMuch(Memory memory, Verdict verdict) {}
