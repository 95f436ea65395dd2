package io.modulecontract.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.modulecontract.checks.CheckClasses;
import io.modulecontract.checks.Decides;
import io.modulecontract.spec.Clause;
import io.modulecontract.spec.Family;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Every clause has exactly one check, and every check is one that the platform runs. */
class CheckCatalogueTest {

  private static List<Method> checks() {
    return CheckClasses.ALL.stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Decides.class))
        .toList();
  }

  @Test
  void noClauseHasNoneOrTwo() {
    List<Clause> decided =
        new ArrayList<>(
            checks().stream().map(method -> method.getAnnotation(Decides.class).value()).toList());
    decided.sort(null);
    assertEquals(List.of(Clause.values()), decided);
  }

  @ParameterizedTest
  @EnumSource
  void theCheckOfAClauseIsOneThatIsRun(Clause clause) {
    Method check = CheckCatalogue.of(clause);
    assertEquals(clause, check.getAnnotation(Decides.class).value());
    assertTrue(check.isAnnotationPresent(Test.class) != check.isAnnotationPresent(Property.class));
    assertEquals(clause, CheckCatalogue.clause(MethodSource.from(check)).orElseThrow());
  }

  @Test
  void whatIsNoCheckDecidesNothing() throws NoSuchMethodException {
    Method other = CheckCatalogueTest.class.getDeclaredMethod("checks");
    assertTrue(CheckCatalogue.clause(MethodSource.from(other)).isEmpty());
    assertTrue(CheckCatalogue.clause(ClassSource.from(CheckCatalogueTest.class)).isEmpty());
  }

  @Test
  void noTestOfACheckClassDecidesNothing() {
    for (Class<?> type : CheckClasses.ALL) {
      for (Method method : type.getDeclaredMethods()) {
        boolean run =
            method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(Property.class);
        assertEquals(method.isAnnotationPresent(Decides.class), run, method::toString);
      }
    }
  }

  @Test
  void noClassOfChecksIsForgotten() {
    Set<String> classes =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests()).importPackages("io.modulecontract").stream()
                .filter(
                    type ->
                        type.getMethods().stream()
                            .anyMatch(method -> method.isAnnotatedWith(Decides.class)))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    assertEquals(
        CheckClasses.ALL.stream().map(Class::getName).collect(Collectors.toSet()), classes);
  }

  @Test
  void aClassHoldsOneFamily() {
    for (Class<?> type : CheckClasses.ALL) {
      Set<Family> families =
          checks().stream()
              .filter(method -> method.getDeclaringClass() == type)
              .map(method -> method.getAnnotation(Decides.class).value().family())
              .collect(Collectors.toSet());
      assertEquals(1, families.size(), type::getName);
    }
  }
}
