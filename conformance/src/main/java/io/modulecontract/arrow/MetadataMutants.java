package io.modulecontract.arrow;

import io.modulecontract.arrow.ColumnParts.BufferParts;

/** Lies in the metadata of messages: lengths, counts, places. */
final class MetadataMutants {

  private MetadataMutants() {}

  static void into(Mutants mutants) {
    int number = 1;
    for (MessageParts message : mutants.stream().messages()) {
      message(mutants, message, "message " + number++);
    }
    number = 1;
    for (BatchParts batch : mutants.stream().dictionaries()) {
      String name = "dictionary batch " + number++;
      int id = batch.message().header().place(0, 8);
      mutants.lies(MutantKind.DICTIONARY, name + ", number of the dictionary", id, 8);
      batch(mutants, batch, name);
    }
    number = 1;
    for (BatchParts batch : mutants.stream().batches()) {
      batch(mutants, batch, "batch " + number++);
    }
  }

  private static void message(Mutants mutants, MessageParts message, String name) {
    FlatTable envelope = message.envelope();
    mutants.lies(
        MutantKind.MESSAGE_LENGTH, name + ", length of the metadata", message.start() + 4, 4);
    mutants.lies(MutantKind.MESSAGE_LENGTH, name + ", length of the body", envelope.place(3, 8), 8);
    int version = envelope.place(0, 2);
    for (int other : new int[] {0, 1, 2, 5, -1}) {
      mutants.number(MutantKind.NOT_SERVED, name + ", version", version, 2, other);
    }
    int kind = envelope.place(1, 1);
    for (int other = 0; other <= 6; other++) {
      mutants.number(MutantKind.ORDER, name + ", kind of message", kind, 1, other);
    }
    mutants.lies(
        MutantKind.DAMAGE, name + ", place of the metadata's table", message.metadata(), 4);
    mutants.number(
        MutantKind.NOT_SERVED,
        name + ", marker as before version 0.15",
        message.start(),
        4,
        message.metadataLength());
  }

  private static void batch(Mutants mutants, BatchParts batch, String name) {
    FlatTable table = batch.batch();
    mutants.lies(MutantKind.COUNT, name + ", rows", table.place(0, 8), 8);
    vector(mutants, table.vector(1, 16), name + ", number of nodes");
    vector(mutants, table.vector(2, 16), name + ", number of buffers");
    FlatVector views = table.vector(4, 8);
    for (int i = 0; i < views.count(); i++) {
      mutants.lies(MutantKind.COUNT, name + ", buffers of views", views.place(i), 8);
    }
    batch.columns().forEach(column -> column(mutants, column, name));
  }

  private static void vector(Mutants mutants, FlatVector vector, String words) {
    if (vector.count() > 0) {
      mutants.lies(MutantKind.COUNT, words, vector.start() - 4, 4);
    }
  }

  private static void column(Mutants mutants, ColumnParts column, String outer) {
    String name = outer + ", " + column.plan().place();
    mutants.lies(MutantKind.COUNT, name + ", length", column.node(), 8);
    mutants.lies(MutantKind.NULL_COUNT, name + ", null count", column.node() + 8, 8);
    int number = 1;
    for (BufferParts buffer : column.buffers()) {
      String words = name + ", buffer " + number++;
      mutants.lies(MutantKind.BUFFER, words + ", place", buffer.entry(), 8);
      mutants.lies(MutantKind.BUFFER, words + ", length", buffer.entry() + 8, 8);
    }
    column.children().forEach(child -> column(mutants, child, outer));
  }
}
