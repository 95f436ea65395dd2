package io.modulecontract.arrow;

import java.util.Set;
import java.util.TreeSet;

/**
 * Lies about where in the metadata things are: each entry of a table's list of fields, and each
 * reference, that this suite's own reader follows. A guest that does not look at a field believes
 * the lie about it.
 */
final class FieldMutants implements FlatWatch {

  /** As far away as an entry can say; at a multiple of what any field takes. */
  private static final int FARTHEST = 0xFFF8;

  /** Eight bytes back for who adds in 32 bits; all others find it far outside. */
  private static final long AROUND = 0xFFFF_FFF8L;

  // In the order of their places, for what is shared by several tables is read several times.
  private final Set<Integer> entries = new TreeSet<>();
  private final Set<Integer> references = new TreeSet<>();

  private FieldMutants() {}

  static void into(Mutants mutants) {
    int number = 1;
    for (MessageParts message : mutants.stream().messages()) {
      String name = "message " + number++ + ", byte ";
      FieldMutants seen = new FieldMutants();
      seen.follow(mutants.stream().bytes(), message);
      for (int at : seen.entries) {
        String words = name + (at - message.metadata()) + " of the metadata, place of a field";
        mutants.number(MutantKind.FIELD, words, at, 2, FARTHEST);
      }
      for (int at : seen.references) {
        String words = name + (at - message.metadata()) + " of the metadata, what a field names";
        mutants.number(MutantKind.FIELD, words, at, 4, AROUND);
      }
    }
  }

  private void follow(byte[] bytes, MessageParts message) {
    FlatTable envelope = new FlatBytes(bytes, message.metadata(), message.body(), this).root();
    envelope.i16(0, 0);
    envelope.u8(1);
    FlatTable header = envelope.needed(2, "a message's header");
    envelope.i64(3);
    SchemaScan.checkMetadata(envelope, message.metadataLength());
    switch (message.kind()) {
      case SCHEMA -> SchemaScan.of(header, message.metadataLength());
      case DICTIONARY -> {
        header.i64(0);
        batch(header.needed(1, "the values of a dictionary"));
        header.flag(2);
      }
      case BATCH -> batch(header);
    }
  }

  private static void batch(FlatTable batch) {
    batch.i64(0);
    batch.vector(1, 16);
    batch.vector(2, 16);
    batch.table(3);
    batch.vector(4, 8);
  }

  @Override
  public void entry(int at) {
    entries.add(at);
  }

  @Override
  public void reference(int at) {
    references.add(at);
  }
}
