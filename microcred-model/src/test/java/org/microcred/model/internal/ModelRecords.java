package org.microcred.model.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.microcred.model.Credential;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.openbadges2.BadgeObject;
import org.microcred.model.openbadges2.CryptographicKey;
import org.microcred.model.openbadges2.Reference;
import org.microcred.model.openbadges2.Source;

/** The records of the model, and samples of them that may break any rule. */
final class ModelRecords {
  private static final List<String> TEXTS =
      List.of(
          "https://uni.example/1",
          "did:web:uni.example",
          "VerifiableCredential",
          "VerifiablePresentation",
          "urn:example:1",
          "en",
          "pt-BR",
          "8ee7ce0a-6e8c-4b5f-a54a-1c1b29c6a1a5",
          "relative",
          "",
          " ");

  /** Sources come from reading only. */
  private static final Source SOURCE =
      CryptographicKey.read(JsonObject.EMPTY.with("@context", new JsonString(BadgeObject.CONTEXT)))
          .document()
          .orElseThrow()
          .source();

  private ModelRecords() {}

  /** {@return all records in the packages of the model} */
  static List<Class<? extends Record>> all() {
    Path classes =
        Path.of(Credential.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    try (Stream<Path> files = Files.walk(classes.resolve("org"))) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class"))
          .sorted()
          .<Class<?>>map(ModelRecords::load)
          .filter(Class::isRecord)
          .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String file) {
    try {
      return Class.forName(file.replaceAll("\\.class$", "").replaceAll("[/\\\\]", "."));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@return a record of that type; empty where chance made one that its constructor refuses} */
  static <T extends Record> Optional<T> sample(Class<T> type, Random random) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(components[i].getGenericType(), type, random);
    }
    try {
      Constructor<T> canonical =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      canonical.setAccessible(true);
      return Optional.of(canonical.newInstance(values));
    } catch (InvocationTargetException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A value, or null where none can be made. */
  private static @Nullable Object value(Type type, Class<?> in, Random random) {
    if (type instanceof ParameterizedType generic) {
      return many(generic, in, random);
    }
    Class<?> wanted = (Class<?>) type;
    if (wanted == String.class) {
      return text(in, random);
    } else if (wanted == boolean.class) {
      return random.nextBoolean();
    } else if (wanted == int.class) {
      return random.nextInt(9);
    } else if (wanted == BigDecimal.class) {
      return BigDecimal.ONE;
    } else if (wanted == Instant.class) {
      return Instant.EPOCH;
    } else if (wanted == LocalDate.class) {
      return LocalDate.EPOCH;
    } else if (wanted == JsonObject.class) {
      return JsonObject.EMPTY;
    } else if (wanted == Source.class) {
      return SOURCE;
    } else if (wanted.isEnum()) {
      return wanted.getEnumConstants()[random.nextInt(wanted.getEnumConstants().length)];
    } else if (wanted.isRecord()) {
      return sample(wanted.asSubclass(Record.class), random).orElse(null);
    }
    return null;
  }

  private static @Nullable Object many(ParameterizedType type, Class<?> in, Random random) {
    if (type.getRawType() == Reference.class) {
      return new Reference<CryptographicKey>(Optional.empty(), Optional.empty());
    }
    boolean optional = type.getRawType() == Optional.class;
    if (!optional && type.getRawType() != List.class) {
      return null;
    }
    List<Object> values = new ArrayList<>();
    for (int i = random.nextInt(optional ? 2 : 3); i > 0; i--) {
      Object value = value(type.getActualTypeArguments()[0], in, random);
      if (value != null) {
        values.add(value);
      }
    }
    return optional ? values.stream().findFirst() : values;
  }

  private static String text(Class<?> in, Random random) {
    int choice = random.nextInt(3 + TEXTS.size());
    return choice < TEXTS.size() ? TEXTS.get(choice) : in.getSimpleName();
  }
}
