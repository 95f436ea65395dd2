package io.modulecontract.abi;

import static io.modulecontract.abi.FunctionShape.ARROW;
import static io.modulecontract.abi.FunctionShape.BYTES;
import static io.modulecontract.abi.FunctionShape.CALLBACK;
import static io.modulecontract.abi.FunctionShape.CSTRING;
import static io.modulecontract.abi.FunctionShape.IN_PLACE;
import static io.modulecontract.abi.FunctionShape.STREAM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionShapeTest {

  @ParameterizedTest
  @CsvSource({
    "wasm_memory_c_format_hello_world, 1, CSTRING",
    "wasm_memory_rust_format_hello_world, 2, BYTES",
    "wasm_memory_documents_arrow, 4, ARROW"
  })
  void nameAndTypeTogetherGiveTheShape(String name, int parameters, FunctionShape shape) {
    assertEquals(Optional.of(shape), FunctionShape.detect(name, FunctionType.i32(parameters, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "wasm_memory_c_format_hello_world, 2, 1",
    "wasm_memory_c_format_hello_world, 1, 0",
    "wasm_memory_rust_format_hello_world, 1, 1",
    "wasm_memory_documents_arrow, 3, 1",
    "wasm_memory_documents, 4, 1",
    "wasm_allocate, 1, 1",
    "wasm_deallocate, 1, 1",
    "answer, 0, 1",
    "_wasm_memory_c_x, 1, 1"
  })
  void oneOfTheTwoIsNotEnough(String name, int parameters, int results) {
    assertEquals(
        Optional.empty(), FunctionShape.detect(name, FunctionType.i32(parameters, results)));
  }

  @ParameterizedTest
  @EnumSource(names = {"IN_PLACE", "STREAM", "CALLBACK"})
  void someShapesOnlyADescriptorGives(FunctionShape shape) {
    for (String name : List.of("squeeze", "wasm_memory_x", "wasm_memory_c_x", shape.toString())) {
      assertEquals(Optional.empty(), FunctionShape.detect(name, shape.type()));
    }
  }

  @Test
  void anImportsMeaningHasItsType() {
    assertEquals(Optional.of(ImportMeaning.DELIVER), ImportMeaning.byName("deliver"));
    assertEquals(Optional.empty(), ImportMeaning.byName("log"));
    assertEquals("(i32, i32) -> (i32)", ImportMeaning.DELIVER.type().toString());
  }

  @Test
  void a64BitParameterIsAnotherType() {
    FunctionType wide = new FunctionType(List.of(ValueType.I64), List.of(ValueType.I32));
    assertEquals(Optional.empty(), FunctionShape.detect("wasm_memory_c_x", wide));
  }

  @ParameterizedTest
  @EnumSource
  void aDescriptorsNameGivesTheShape(FunctionShape shape) {
    assertEquals(Optional.of(shape), FunctionShape.byName(shape.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CSTRING", "string", " bytes"})
  void anotherNameGivesNone(String name) {
    assertEquals(Optional.empty(), FunctionShape.byName(name));
  }

  @Test
  void theNamesStandInTheOrderOfTheSpecification() {
    assertEquals("cstring, bytes, arrow, in-place, stream, callback", FunctionShape.names());
    assertEquals(
        List.of(CSTRING, BYTES, ARROW, IN_PLACE, STREAM, CALLBACK),
        List.of(FunctionShape.values()));
  }

  @Test
  void aTypeIsWrittenAsAnAuthorReadsIt() {
    assertEquals("(i32, i32) -> (i32)", BYTES.type().toString());
    assertEquals("() -> ()", FunctionType.i32(0, 0).toString());
  }
}
