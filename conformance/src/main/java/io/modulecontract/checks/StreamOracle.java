package io.modulecontract.checks;

import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.oracle.VectorOracle;
import io.modulecontract.script.Answer;

/** A second opinion on results: a reader that is wrong must not decide about a module. */
final class StreamOracle {

  private StreamOracle() {}

  /**
   * Has Arrow's own library read a result that was found to be a stream.
   *
   * @throws IllegalStateException when it finds something else in it; then the check is
   *     inconclusive
   */
  static void agrees(Answer answer) {
    if (StreamReader.read(answer.content()) instanceof SoundStream sound) {
      VectorOracle.disagreement(answer.content(), sound.table())
          .ifPresent(
              where -> {
                throw new IllegalStateException("two readers disagree about a result: " + where);
              });
    }
  }
}
