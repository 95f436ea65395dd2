package io.modulecontract.arrow;

import io.modulecontract.arrow.ColumnParts.BufferParts;
import java.util.HashSet;
import java.util.Set;

/** Cuts a stream off at every border of its parts, and puts bytes behind its end. */
final class CutMutants {

  private final Mutants mutants;
  private final Set<Integer> done = new HashSet<>();

  private CutMutants(Mutants mutants) {
    this.mutants = mutants;
  }

  static void into(Mutants mutants) {
    CutMutants cuts = new CutMutants(mutants);
    SoundStream stream = mutants.stream();
    cuts.at(MutantKind.CUT, "at its very beginning", stream.from());
    int number = 1;
    for (MessageParts message : stream.messages()) {
      cuts.message(message, "message " + number++);
    }
    stream.dictionaries().forEach(cuts::buffers);
    stream.batches().forEach(cuts::buffers);
    for (int back = 7; back > 0; back--) {
      cuts.at(MutantKind.CUT, "within the end marker", stream.to() - back);
    }
    behind(mutants);
  }

  private void message(MessageParts message, String name) {
    at(MutantKind.CUT, "within the marker of " + name, message.start() + 1);
    at(MutantKind.CUT, "behind the marker of " + name, message.start() + 4);
    at(MutantKind.CUT, "before the metadata of " + name, message.metadata());
    at(
        MutantKind.CUT,
        "in the metadata of " + name,
        message.metadata() + message.metadataLength() / 2);
    at(MutantKind.CUT, "one byte before the end of the metadata of " + name, message.body() - 1);
    if (message.bodyLength() > 0) {
      at(MutantKind.CUT, "before the body of " + name, message.body());
      at(MutantKind.CUT, "one byte before the end of " + name, message.end() - 1);
    }
    at(MutantKind.CUT_BETWEEN_MESSAGES, "behind " + name, message.end());
  }

  private void buffers(BatchParts batch) {
    batch.columns().forEach(column -> buffers(column, batch.message().end()));
  }

  private void buffers(ColumnParts column, int end) {
    for (BufferParts buffer : column.buffers()) {
      if (buffer.end() < end) {
        String place = "buffer of " + column.plan().place();
        at(MutantKind.CUT, "before a " + place, buffer.start());
        at(MutantKind.CUT, "within a " + place, buffer.start() + buffer.length() / 2);
        at(MutantKind.CUT, "behind a " + place, buffer.end());
      }
    }
    column.children().forEach(child -> buffers(child, end));
  }

  private void at(MutantKind kind, String where, int at) {
    if (done.add(at)) {
      mutants.replace(kind, "cut " + where, at, mutants.stream().to());
    }
  }

  private static void behind(Mutants mutants) {
    SoundStream stream = mutants.stream();
    byte[] end = {-1, -1, -1, -1, 0, 0, 0, 0};
    byte[] whole = new byte[stream.length()];
    System.arraycopy(stream.bytes(), stream.from(), whole, 0, whole.length);
    behind(mutants, "a byte behind the end marker", (byte) 0);
    behind(mutants, "8 bytes behind the end marker", new byte[8]);
    behind(mutants, "another end marker behind the end marker", end);
    behind(mutants, "the whole stream once more behind the end marker", whole);
  }

  private static void behind(Mutants mutants, String words, byte... more) {
    int end = mutants.stream().to();
    mutants.replace(MutantKind.BEHIND_END, words, end, end, more);
  }
}
