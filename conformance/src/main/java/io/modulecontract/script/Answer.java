package io.modulecontract.script;

import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.StreamReading;
import io.modulecontract.arrow.TableComparison;
import io.modulecontract.host.Shown;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a call gave its host, apart from where it lies: what must be equal when the same call is
 * made again.
 *
 * @param outcome how it ended: {@code served}, {@code rejected}, or why it did not return
 * @param content the result's bytes, none unless it was served
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content, as equals below says
public record Answer(String outcome, byte[] content) {

  private static final String SERVED = "served";

  /** Of a call that was served. */
  static Answer served(byte[] content) {
    return new Answer(SERVED, content);
  }

  /** Whether it is of a call that was served. */
  public boolean wasServed() {
    return outcome.equals(SERVED);
  }

  /** What several calls that were served gave, one behind the other. */
  public static Answer joined(List<Answer> answers) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    answers.forEach(answer -> all.writeBytes(answer.content));
    return served(all.toByteArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Answer answer
        && outcome.equals(answer.outcome)
        && Arrays.equals(content, answer.content);
  }

  @Override
  public int hashCode() {
    return 31 * outcome.hashCode() + Arrays.hashCode(content);
  }

  /** As a report shows it. */
  @Override
  public String toString() {
    return wasServed() ? outcome + " " + Content.of(content) : outcome;
  }

  /** Where two results begin to differ, for a report. */
  public String difference(Answer other) {
    Optional<String> tables = difference(StreamReader.read(content), other.content);
    if (StreamText.begins(content) && tables.isPresent()) {
      return this + ", then " + other + ": " + tables.get();
    }
    int at = Arrays.mismatch(content, other.content);
    if (at < 0) {
      return this + ", then " + other;
    }
    return this
        + ", then "
        + other
        + ": they differ from byte "
        + at
        + " on ("
        + tail(content, at)
        + " | "
        + tail(other.content, at)
        + ")";
  }

  /** Which value of two tables differs; empty where one is no table, or they differ elsewhere. */
  private static Optional<String> difference(StreamReading one, byte[] other) {
    return one instanceof SoundStream first
            && StreamReader.read(other) instanceof SoundStream second
        ? TableComparison.difference(first.table(), second.table())
        : Optional.empty();
  }

  private static String tail(byte[] bytes, int from) {
    return from < bytes.length
        ? Shown.bytes(Arrays.copyOfRange(bytes, from, bytes.length))
        : "nothing more";
  }
}
