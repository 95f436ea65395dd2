package io.modulecontract.fuzz;

import io.modulecontract.abi.Tables;
import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.Table;
import io.modulecontract.payload.OtherStreams;
import io.modulecontract.payload.Parameters;
import io.modulecontract.payload.StreamCommand;
import io.modulecontract.payload.StreamPayloads;
import io.modulecontract.script.Content;
import java.util.Arrays;
import java.util.List;

/** What a function of tables is called with, read from bytes; ENCODING.md says how. */
final class StreamCalls {

  /** What is done to the two streams of a call, by the six bits that say it. */
  enum Form {
    /** Nothing: both are as they should be. */
    SOUND(0),
    /** The data are changed somewhere. */
    DATA_CHANGED(24),
    /** The command is changed somewhere. */
    META_CHANGED(40),
    /** One of the two has another schema. */
    OTHER_SCHEMA(48),
    /** The data end behind one of their messages. */
    DATA_ENDLESS(56),
    /** The command ends behind one of its messages. */
    META_ENDLESS(60);

    private final int first;

    Form(int first) {
      this.first = first;
    }

    static Form of(int bits) {
      Form form = SOUND;
      for (Form one : values()) {
        form = bits >= one.first ? one : form;
      }
      return form;
    }

    /** The byte that says it, with a layout. */
    int first(int layout) {
      return first << LAYOUT_BITS | layout;
    }
  }

  private static final int LAYOUT_BITS = 2;

  private final StreamPayloads payloads;
  private final List<StreamCommand> commands;
  private final List<Parameters> others;
  private final StreamChanges changes = new StreamChanges();
  private final StreamExpectation expectation;

  StreamCalls(Tables declared) {
    payloads = new StreamPayloads(declared);
    commands = payloads.tables().commands();
    others = OtherStreams.of(payloads);
    expectation = new StreamExpectation(payloads.tables());
  }

  StreamPayloads payloads() {
    return payloads;
  }

  List<Parameters> others() {
    return others;
  }

  StreamChanges changes() {
    return changes;
  }

  StreamExpectation expectation() {
    return expectation;
  }

  /** A command for calls that are about something else. */
  Content usualMeta() {
    return commands.get(0).meta();
  }

  /**
   * What a call is given.
   *
   * @param parameters the two streams
   * @param made whether they are as they were made, else they were changed
   */
  record Given(Parameters parameters, boolean made) {}

  /** What the bytes say. */
  Given next(Bytes in) {
    StreamCommand command = commands.get(in.u8() % commands.size());
    int first = in.u8();
    StreamLayout layout = StreamPayloads.LAYOUTS.get(first & ((1 << LAYOUT_BITS) - 1));
    Form form = Form.of(first >>> LAYOUT_BITS);
    if (form == Form.OTHER_SCHEMA) {
      return new Given(others.get(in.u16() % others.size()), true);
    }
    Table table = in.table(payloads.tables().data());
    Parameters sound = command.with(StreamPayloads.content(table, layout));
    Content meta = sound.contents().get(0);
    Content data = sound.contents().get(1);
    return switch (form) {
      case SOUND, OTHER_SCHEMA -> new Given(sound, true);
      case DATA_CHANGED -> new Given(sound.with(1, changes.next(data, in)), false);
      case META_CHANGED -> new Given(sound.with(0, changes.next(meta, in)), false);
      case DATA_ENDLESS -> new Given(sound.with(1, endless(data, in.u8())), false);
      case META_ENDLESS -> new Given(sound.with(0, endless(meta, in.u8())), false);
    };
  }

  private static Content endless(Content content, int which) {
    byte[] bytes = content.bytes();
    if (!(StreamReader.read(bytes) instanceof SoundStream sound)) {
      throw new IllegalStateException("a stream of our own is none: " + StreamReader.read(bytes));
    }
    List<Integer> borders = sound.borders();
    return Content.of(Arrays.copyOf(bytes, borders.get(which % borders.size())));
  }
}
