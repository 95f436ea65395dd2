package io.modulecontract.wasi;

import io.modulecontract.abi.Access;
import io.modulecontract.wasi.Descriptor.Folder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;

/** Follows the names that a guest hands over, as far as it may; each is recorded. */
final class Reach {

  private final Descriptors descriptors;
  private final Attempts attempts;

  Reach(Descriptors descriptors, Attempts attempts) {
    this.descriptors = descriptors;
    this.attempts = attempts;
  }

  /**
   * A name that a guest hands over.
   *
   * @param function which function it calls
   * @param memory where the name lies
   * @param descriptor the directory that the name starts from
   * @param pointer the name's address
   * @param length its length in bytes
   */
  record Named(String function, GuestBytes memory, long descriptor, long pointer, long length) {

    /** Empty when it is no text. */
    Optional<String> name() {
      memory.check((int) pointer, (int) length);
      byte[] bytes = memory.readBytes((int) pointer, (int) length);
      try {
        return Optional.of(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      } catch (CharacterCodingException e) {
        return Optional.empty();
      }
    }
  }

  /** Something done at a place that the guest may reach. */
  interface Step {
    Errno at(Place place) throws IOException;
  }

  /** Something done to a path on the host. */
  interface Change {
    Errno to(Path path) throws IOException;
  }

  Errno at(Named named, boolean changes, Step step) {
    Optional<String> name = named.name();
    if (name.isEmpty()) {
      attempts.add(named.function(), "a name that is no text", false);
      return Errno.INVAL;
    }
    String detail = "\"" + name.get() + "\"";
    Optional<Descriptor> descriptor = descriptors.get(named.descriptor());
    if (!(descriptor.orElse(null) instanceof Folder folder)) {
      attempts.add(named.function(), detail, false);
      return descriptor.isEmpty() ? Errno.BADF : Errno.NOTDIR;
    }
    detail += " in " + folder.name();
    Place.Way way = folder.place().follow(name.get());
    if (way instanceof Place.Way.Nowhere nowhere) {
      attempts.add(named.function(), detail, !nowhere.escape());
      return nowhere.errno();
    }
    if (changes && folder.access() == Access.READ) {
      attempts.add(named.function(), detail + " for writing", false);
      return Errno.NOTCAPABLE;
    }
    Place place = ((Place.Way.To) way).place();
    // A pipe would hold up the call, a device do anything at all.
    boolean plain = place.plain();
    attempts.add(named.function(), detail, plain);
    return plain ? done(step, place) : Errno.NOTCAPABLE;
  }

  private static Errno done(Step step, Place place) {
    try {
      return step.at(place);
    } catch (NoSuchFileException e) {
      return Errno.NOENT;
    } catch (FileAlreadyExistsException e) {
      return Errno.EXIST;
    } catch (DirectoryNotEmptyException e) {
      return Errno.NOTEMPTY;
    } catch (NotDirectoryException e) {
      return Errno.NOTDIR;
    } catch (AccessDeniedException e) {
      return Errno.NOTCAPABLE;
    } catch (UnsupportedOperationException e) {
      return Errno.NOTSUP;
    } catch (IOException e) {
      return Errno.IO;
    }
  }

  /** Changes something; in a directory that only the guest sees there is nothing to change. */
  Errno change(Named named, Errno nothing, Change change) {
    return at(
        named,
        true,
        place -> {
          if (place.host().isEmpty() || place.itself()) {
            return place.itself() ? Errno.INVAL : nothing;
          }
          descriptors.change();
          return change.to(place.host().get());
        });
  }

  Errno never(Named named) {
    attempts.add(named.function(), named.name().map(name -> "\"" + name + "\"").orElse(""), false);
    return Errno.NOTSUP;
  }
}
