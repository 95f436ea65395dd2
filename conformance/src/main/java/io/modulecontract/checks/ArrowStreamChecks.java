package io.modulecontract.checks;

import io.modulecontract.arrow.GeneratedTable;
import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.payload.OtherStreams;
import io.modulecontract.payload.Parameters;
import io.modulecontract.payload.StreamCommand;
import io.modulecontract.payload.StreamFaults;
import io.modulecontract.payload.StreamPayloads;
import io.modulecontract.script.Content;
import io.modulecontract.script.Look;
import io.modulecontract.spec.Clause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The family ARROW, which streams are served and which are rejected, and what is answered. */
class ArrowStreamChecks {

  @Test
  @Decides(Clause.ARROW_01)
  void resultsAreStreams() {
    Calls calls = new Calls(Look.STREAMS);
    for (FunctionCalls function : CalledFunctions.streams()) {
      for (Parameters payload : calls.payloads(function)) {
        calls
            .answers(function.once(payload))
            .ifPresent(answers -> answers.forEach(StreamOracle::agrees));
      }
      calls.large(function).forEach(payload -> calls.example(function.once(payload)));
    }
  }

  @Test
  @Decides(Clause.ARROW_02)
  void validStreamsAreServed() {
    Calls calls = new Calls();
    for (FunctionCalls function : CalledFunctions.streams()) {
      for (Parameters payload : calls.fitting(edges(function.streams()))) {
        calls.example(function.once(payload));
      }
      for (Parameters payload : calls.fitting(OtherStreams.served(function.streams()))) {
        calls.example(function.once(payload));
      }
      calls.payloads(function).forEach(payload -> calls.example(function.once(payload)));
      calls.large(function).forEach(payload -> calls.example(function.once(payload)));
    }
  }

  /** Every fixed table in every layout; the commands take turns. */
  private static List<Parameters> edges(StreamPayloads payloads) {
    List<StreamCommand> commands = payloads.tables().commands();
    List<Parameters> edges = new ArrayList<>();
    for (GeneratedTable edge : payloads.generator().edges()) {
      for (StreamLayout layout : StreamPayloads.LAYOUTS) {
        Content data = StreamPayloads.content(edge.table(), layout);
        edges.add(commands.get(edges.size() % commands.size()).with(data));
      }
    }
    return edges;
  }

  @Test
  @Decides(Clause.ARROW_03)
  void malformedStreamsAreRejected() {
    Calls calls = new Calls();
    SplittableRandom random = CheckRun.current().random();
    int most = Math.max(4, CheckRun.current().effort().programs() / 12);
    for (FunctionCalls function : CalledFunctions.streams()) {
      for (Parameters malformed : StreamFaults.ofFields(function.payloads().usual())) {
        calls.example(Neighbours.rejectedThenServed(function, malformed, Clause.ARROW_03));
      }
      for (Parameters valid : some(function.streams(), random)) {
        for (Parameters malformed : StreamFaults.of(valid, random, most)) {
          calls.example(Neighbours.rejectedThenServed(function, malformed, Clause.ARROW_03));
        }
      }
      for (Parameters valid : OtherStreams.ofEachType(function.streams())) {
        for (Parameters malformed : StreamFaults.ofData(valid, most)) {
          calls.example(Neighbours.rejectedThenServed(function, malformed, Clause.ARROW_03));
        }
      }
    }
  }

  /** The usual one, and some random ones, for what is to be done to each of them. */
  private static List<Parameters> some(StreamPayloads payloads, SplittableRandom random) {
    return List.of(payloads.usual(), payloads.random(random, 600), payloads.random(random, 2_000));
  }

  @Test
  @Decides(Clause.ARROW_04)
  void otherSchemasAreRejected() {
    Calls calls = new Calls();
    for (FunctionCalls function : CalledFunctions.streams()) {
      for (Parameters other : OtherStreams.of(function.streams())) {
        calls.example(Neighbours.rejectedThenServed(function, other, Clause.ARROW_04));
      }
    }
  }

  @Test
  @Decides(Clause.ARROW_08)
  void streamsWithoutAnEndAreRejected() {
    Calls calls = new Calls();
    SplittableRandom random = CheckRun.current().random();
    for (FunctionCalls function : CalledFunctions.streams()) {
      StreamPayloads payloads = function.streams();
      for (GeneratedTable edge : payloads.generator().edges()) {
        Content data = StreamPayloads.content(edge.table(), StreamLayout.PLAIN);
        withoutEnd(calls, function, payloads.tables().commands().get(0).with(data));
      }
      some(payloads, random).forEach(payload -> withoutEnd(calls, function, payload));
    }
  }

  /** Each of the two streams cut behind each of its messages, the other one whole. */
  private static void withoutEnd(Calls calls, FunctionCalls function, Parameters whole) {
    for (int area = 0; area < function.areas(); area++) {
      byte[] bytes = whole.contents().get(area).bytes();
      if (!(StreamReader.read(bytes) instanceof SoundStream sound)) {
        throw new IllegalStateException("a stream of our own is none: " + StreamReader.read(bytes));
      }
      for (int border : sound.borders()) {
        Content cut = Content.of(Arrays.copyOf(bytes, border));
        Parameters parameters = whole.with(area, cut);
        calls.example(Neighbours.rejectedThenServed(function, parameters, Clause.ARROW_08));
      }
    }
  }
}
