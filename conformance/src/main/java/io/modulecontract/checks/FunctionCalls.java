package io.modulecontract.checks;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Payload;
import io.modulecontract.payload.Parameters;
import io.modulecontract.payload.Payloads;
import io.modulecontract.payload.StreamPayloads;
import io.modulecontract.script.Action;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.script.Operand;
import io.modulecontract.script.Ref;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The calls of one function, as actions.
 *
 * @param declared the function
 * @param payloads what it is called with
 */
record FunctionCalls(ModuleDescriptor.Function declared, Payloads payloads) {

  /** What is passed with the last chunk of a value, or the only one. */
  private static final Operand LAST = new Operand.Literal(1);

  private static final Operand NOT_THE_LAST = new Operand.Literal(0);

  /** With the payloads that its declaration asks for. */
  FunctionCalls(ModuleDescriptor.Function declared) {
    this(declared, Payloads.of(declared));
  }

  String name() {
    return declared.name();
  }

  /** Whether some bytes are no valid payload because they are no text. */
  boolean takesText() {
    return declared.payload() == Payload.UTF8;
  }

  boolean takesStreams() {
    return declared.shape() == FunctionShape.ARROW;
  }

  boolean isCString() {
    return declared.shape() == FunctionShape.CSTRING;
  }

  boolean takesChunks() {
    return declared.shape() == FunctionShape.STREAM;
  }

  boolean delivers() {
    return declared.shape() == FunctionShape.CALLBACK;
  }

  boolean makesAreas() {
    return declared.shape().makesAreas();
  }

  boolean changesItsArea() {
    return declared.shape() == FunctionShape.IN_PLACE;
  }

  /** How many areas a call is passed. */
  int areas() {
    return takesStreams() ? 2 : 1;
  }

  /** The clause that is broken when a valid payload is not served. */
  Clause service() {
    return takesStreams() ? Clause.ARROW_02 : Clause.CALL_12;
  }

  /** The clause that is broken when an invalid payload is not rejected. */
  Clause rejection() {
    return takesStreams() ? Clause.ARROW_03 : Clause.CALL_13;
  }

  /** What it is called with, where that is streams. */
  StreamPayloads streams() {
    return (StreamPayloads) payloads;
  }

  /** How often a cycle is repeated before its first look: streams take their time. */
  int cycles(Effort effort) {
    return takesStreams() ? effort.cycles() / 25 : effort.cycles();
  }

  Parameters random(SplittableRandom random, int length) {
    return payloads.random(random, length);
  }

  /**
   * A call with whole areas that must be served.
   *
   * @param first the index of the action that gave the first of them; the others follow it
   */
  Action.Call served(int first) {
    return call(operands(first), Expected.SERVED, service());
  }

  /** The same, which must be rejected, else a clause is broken. */
  Action.Call rejected(int first, Clause clause) {
    return call(operands(first), Expected.REJECTED, clause);
  }

  /** The same, which may be served or rejected. */
  Action.Call either(int first, Clause clause) {
    return call(operands(first), Expected.EITHER, clause);
  }

  /** A call that must be rejected: one of its areas is passed with another pointer or length. */
  Action.Call wrong(int first, int area, Operand pointer, Operand length, Clause clause) {
    List<Operand> operands = new ArrayList<>(operands(first));
    int at = isCString() ? area : 2 * area;
    operands.set(at, pointer);
    if (!isCString()) {
      operands.set(at + 1, length);
    }
    return call(operands, Expected.REJECTED, clause);
  }

  /** The operands that pass whole areas; a C string has no length. */
  private List<Operand> operands(int first) {
    List<Operand> operands = new ArrayList<>();
    for (int area = first; area < first + areas(); area++) {
      operands.add(pointer(area, 0));
      if (!isCString()) {
        operands.add(length(area, 0));
      }
    }
    if (declared.shape() == FunctionShape.STREAM) {
      operands.add(LAST);
    }
    return operands;
  }

  /** A call with one chunk of a value, which must be served. */
  Action.Call chunk(int area, boolean last) {
    return chunk(area, last ? LAST : NOT_THE_LAST, Expected.SERVED, service());
  }

  /** The same with anything that may stand behind the chunk. */
  Action.Call chunk(int area, Operand last, Expected expected, Clause clause) {
    return call(List.of(pointer(area, 0), length(area, 0), last), expected, clause);
  }

  /** A call by which the host gives a value up. */
  Action.Call givenUp() {
    Operand none = new Operand.Literal(0);
    return call(List.of(none, none, LAST), Expected.EITHER, service());
  }

  /** A call with any operands. */
  Action.Call call(List<Operand> operands, Expected expected, Clause clause) {
    return new Action.Call(declared.name(), declared.shape(), operands, expected, clause);
  }

  /** One call of a payload, and nothing else. */
  Script once(Parameters parameters) {
    return new Steps().served(this, parameters).script();
  }

  static Operand pointer(int action, long delta) {
    return new Operand.Pointer(Ref.to(action), delta);
  }

  static Operand length(int action, long delta) {
    return new Operand.Length(Ref.to(action), delta);
  }
}
