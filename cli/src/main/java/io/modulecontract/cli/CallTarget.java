package io.modulecontract.cli;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.FunctionType;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.binary.ModuleOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a function can be called in the way that a user asks for, before anything of the module
 * runs.
 *
 * @param outline what the module exports
 * @param descriptor what its author declares
 */
record CallTarget(ModuleOutline outline, ModuleDescriptor descriptor) {

  private static final String FLAGS_OF_BYTES = "--bytes or --bytes-file";

  /** What speaks against passing this payload to this function; empty when nothing does. */
  Optional<String> objection(String function, Payload payload) {
    Optional<FunctionType> exported =
        outline.export(function).flatMap(export -> Optional.ofNullable(export.type()));
    if (exported.isEmpty()) {
      return Optional.of("expected an exported function, found no `" + function + "`: " + shaped());
    }
    FunctionType type = exported.get();
    return payload.shape().isPresent()
        ? wrongShape(function, type, taken(function, type, payload.shape().get()))
        : wrongNumbers(function, type, payload.numbers().length);
  }

  /** How a function is called that there is no objection to pass bytes to. */
  BytesCall bytes(String function) {
    FunctionShape shape =
        descriptor
            .function(function)
            .map(ModuleDescriptor.Function::shape)
            .orElse(FunctionShape.BYTES);
    return new BytesCall(function, shape);
  }

  /** The shape to ask for: bytes may be passed in several. */
  private FunctionShape taken(String function, FunctionType type, FunctionShape asked) {
    return shape(function, type)
        .filter(known -> asked == FunctionShape.BYTES)
        .filter(io.modulecontract.abi.Payload.BYTES::fits)
        .orElse(asked);
  }

  private Optional<String> wrongShape(String function, FunctionType type, FunctionShape asked) {
    Optional<FunctionShape> known = shape(function, type);
    if (known.isPresent() && known.get() != asked) {
      String flag = flag(known.get());
      return Optional.of(
          "expected a function of shape " + asked + ", found `" + function + "` of shape " + flag);
    }
    return asked.type().equals(type)
        ? Optional.empty()
        : Optional.of(
            "expected a function of type "
                + asked.type()
                + " for the shape "
                + asked
                + ", found `"
                + function
                + "` of type "
                + type);
  }

  private static Optional<String> wrongNumbers(String function, FunctionType type, int given) {
    boolean right =
        type.equals(FunctionType.i32(given, 1)) || type.equals(FunctionType.i32(given, 0));
    return right
        ? Optional.empty()
        : Optional.of(
            "expected a function of "
                + given
                + " numbers of 32 bits, found `"
                + function
                + "` of type "
                + type);
  }

  private Optional<FunctionShape> shape(String function, FunctionType type) {
    return descriptor
        .function(function)
        .map(ModuleDescriptor.Function::shape)
        .or(() -> FunctionShape.detect(function, type));
  }

  /** The functions that a user may have meant. */
  private String shaped() {
    List<String> names = new ArrayList<>();
    for (ModuleOutline.Export export : outline.exports()) {
      if (export.type() != null) {
        shape(export.name(), export.type())
            .ifPresent(shape -> names.add("`" + export.name() + "` (" + shape + ")"));
      }
    }
    return names.isEmpty()
        ? "it exports none whose shape is known"
        : "those whose shape is known are " + String.join(", ", names);
  }

  private static String flag(FunctionShape shape) {
    return switch (shape) {
      case CSTRING -> shape + ": use --cstring";
      case BYTES, IN_PLACE, STREAM, CALLBACK -> shape + ": use " + FLAGS_OF_BYTES;
      case ARROW -> shape + ": use --arrow-meta and --arrow";
    };
  }
}
