package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The public API is a committed text, so that every change of it is seen in review, and names no
 * types but the JDK's and our own. {@code -Dmicrocred.api.update=true} writes the text anew.
 */
class PublicApiTest {
  private static final Path TEXTS = Path.of("src/test/resources/api");

  @ParameterizedTest
  @ValueSource(strings = {"model", "crypto", "stacking", "verify"})
  void isTheCommittedText(String module) throws IOException {
    String actual = render(types(module));
    Path text = TEXTS.resolve("microcred-" + module + ".txt");
    if (Boolean.getBoolean("microcred.api.update")) {
      Files.createDirectories(TEXTS);
      Files.writeString(text, actual);
    }
    assertThat(actual)
        .as("public API; after a change on purpose run with -Dmicrocred.api.update=true")
        .isEqualTo(Files.readString(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "crypto", "stacking", "verify"})
  void namesOnlyTheJdkAndOurselves(String module) {
    List<String> foreign = new ArrayList<>();
    for (Class<?> type : types(module)) {
      members(type)
          .forEach(
              member ->
                  mentioned(member)
                      .filter(name -> !isAllowed(name))
                      .forEach(name -> foreign.add(type.getName() + ": " + name)));
    }
    assertThat(foreign).isEmpty();
  }

  private static boolean isAllowed(String type) {
    return type.startsWith("java.")
        || type.startsWith("javax.net.")
        || (type.startsWith("org.microcred.") && !type.contains(".internal."))
        || !type.contains(".");
  }

  private static List<Class<?>> types(String module) {
    List<Class<?>> types =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.microcred." + module)
                .stream()
                .filter(c -> !c.getPackageName().contains(".internal"))
                .sorted(Comparator.comparing(JavaClass::getName))
                .<Class<?>>map(JavaClass::reflect)
                .filter(PublicApiTest::isPublic)
                .toList();
    assertThat(types).isNotEmpty();
    return types;
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }

  private static Stream<Member> members(Class<?> type) {
    return Stream.<Member>concat(
            Arrays.stream(type.getDeclaredFields()),
            Stream.concat(
                Arrays.stream(type.getDeclaredConstructors()),
                Arrays.stream(type.getMethods())
                    .filter(m -> m.getDeclaringClass().getName().startsWith("org.microcred."))))
        .filter(m -> Modifier.isPublic(m.getModifiers()) || Modifier.isProtected(m.getModifiers()))
        .filter(m -> !m.isSynthetic());
  }

  private static String render(List<Class<?>> types) {
    StringBuilder text = new StringBuilder();
    for (Class<?> type : types) {
      text.append(heading(type)).append('\n');
      TreeMap<String, Boolean> lines = new TreeMap<>();
      members(type).forEach(member -> lines.put("  " + line(member), true));
      lines.keySet().forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  private static String heading(Class<?> type) {
    String kind =
        type.isRecord()
            ? "record"
            : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
    String supers =
        Stream.concat(
                Stream.ofNullable(type.getSuperclass())
                    .filter(s -> Modifier.isPublic(s.getModifiers()))
                    .filter(s -> !s.getName().startsWith("java.lang.")),
                Arrays.stream(type.getInterfaces()))
            .map(Class::getName)
            .sorted()
            .collect(Collectors.joining(", "));
    return (type.isSealed() ? "sealed " : "")
        + kind
        + " "
        + type.getName()
        + (supers.isEmpty() ? "" : " : " + supers);
  }

  private static String line(Member member) {
    String modifiers = Modifier.isStatic(member.getModifiers()) ? "static " : "";
    if (member instanceof Field field) {
      return modifiers + field.getGenericType().getTypeName() + " " + field.getName();
    }
    Executable executable = (Executable) member;
    String parameters =
        Arrays.stream(executable.getGenericParameterTypes())
            .map(Type::getTypeName)
            .collect(Collectors.joining(", "));
    String thrown =
        Arrays.stream(executable.getExceptionTypes())
            .map(Class::getName)
            .sorted()
            .collect(Collectors.joining(", "));
    String name = executable instanceof Constructor<?> ? "new" : executable.getName();
    String result =
        executable instanceof Method method
            ? method.getGenericReturnType().getTypeName() + " "
            : "";
    return String.format(
        Locale.ROOT,
        "%s%s%s(%s)%s",
        modifiers,
        result,
        name,
        parameters,
        thrown.isEmpty() ? "" : " throws " + thrown);
  }

  /** The names of all types in a signature. */
  private static Stream<String> mentioned(Member member) {
    if (member instanceof Field field) {
      return names(field.getGenericType());
    }
    Executable executable = (Executable) member;
    Stream<Type> types =
        Stream.concat(
            Arrays.stream(executable.getGenericParameterTypes()),
            Arrays.stream(executable.getGenericExceptionTypes()));
    if (executable instanceof Method method) {
      types = Stream.concat(types, Stream.of(method.getGenericReturnType()));
    }
    return types.flatMap(PublicApiTest::names);
  }

  private static Stream<String> names(Type type) {
    if (type instanceof ParameterizedType generic) {
      return Stream.concat(
          names(generic.getRawType()),
          Arrays.stream(generic.getActualTypeArguments()).flatMap(PublicApiTest::names));
    }
    if (type instanceof Class<?> plain) {
      Class<?> element = plain;
      while (element.isArray()) {
        element = element.getComponentType();
      }
      return Stream.of(element.getName());
    }
    return Stream.of(type.getTypeName().replaceAll("^\\? (extends|super) ", ""));
  }
}
