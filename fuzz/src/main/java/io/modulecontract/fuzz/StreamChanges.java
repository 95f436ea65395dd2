package io.modulecontract.fuzz;

import io.modulecontract.arrow.Mutant;
import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamMutator;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.script.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes streams: one lie about a length, place or count, or none, then single bytes. */
final class StreamChanges {

  /** A stream has some hundreds of lies, and one input after the other is about the same stream. */
  private static final int MOST_KNOWN = 64;

  private final Map<Content, List<Mutant>> known =
      new LinkedHashMap<>(MOST_KNOWN, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Content, List<Mutant>> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  /** The stream as the bytes say; it may be as it was. */
  Content next(Content stream, Bytes in) {
    List<Mutant> lies = lies(stream);
    int lie = in.u16() % (lies.size() + 1);
    byte[] changed = lie == 0 ? stream.bytes() : lies.get(lie - 1).bytes();
    for (int left = in.u8() % 4; left > 0; left--) {
      int at = in.u16();
      int with = in.u8();
      if (changed.length > 0) {
        changed[at % changed.length] ^= (byte) with;
      }
    }
    return Content.of(changed);
  }

  /** How many lies there are about a stream. */
  int count(Content stream) {
    return lies(stream).size();
  }

  private List<Mutant> lies(Content stream) {
    return known.computeIfAbsent(
        stream,
        content -> {
          byte[] bytes = content.bytes();
          if (StreamReader.read(bytes) instanceof SoundStream sound) {
            return new StreamMutator(sound).all();
          }
          throw new IllegalStateException(
              "a stream of our own is none: " + StreamReader.read(bytes));
        });
  }
}
