package org.microcred.model.internal;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonPointer;

/**
 * Bean Validation behind the reader: the constraints on the components of a record become
 * violations at places in the JSON that it was read from.
 *
 * <p>Each record is held against its own constraints where it is read, so its place is known
 * exactly and a fault elsewhere hides nothing; the cascade ({@code @Valid}) is left to hosts that
 * validate the records with a validator of theirs. The expression language is off: texts from
 * documents are never interpreted.
 */
public final class Constraints {
  /** The code of each constraint; stable for ever. */
  private static final Map<Class<? extends Annotation>, String> CODES =
      Map.of(
          Uri.class, "model.uri",
          Uuid.class, "case.identifier",
          Includes.class, "model.type",
          NotBlank.class, "model.blank",
          NotEmpty.class, "model.empty",
          LanguageCode.class, "model.language");

  /** Where a component is not named as its JSON member. */
  private static final Map<String, String> MEMBERS = Map.of("types", "type", "tags", "tag");

  private static final ValidatorFactory FACTORY =
      Validation.byProvider(HibernateValidator.class)
          .providerResolver(() -> List.of(new HibernateValidator()))
          .configure()
          .ignoreXmlConfiguration()
          .messageInterpolator(new ParameterMessageInterpolator())
          .traversableResolver(new OneRecord())
          .buildValidatorFactory();

  private static final Map<Rules, QuickChecks> QUICK = new ConcurrentHashMap<>();

  /** The rules for one type of record. */
  private record Rules(Class<? extends Record> type, Conformance conformance) {
    QuickChecks compiled() {
      return QuickChecksCompiler.compile(type, FACTORY, conformance.groups());
    }
  }

  private Constraints() {}

  /** Holds a record against its constraints and notes what is broken. */
  public static void check(Record value, Cursor at) {
    if (!quickChecks(value.getClass(), at.conformance()).hold(value)) {
      note(violations(value, at.conformance()), at);
    }
  }

  static QuickChecks quickChecks(Class<? extends Record> type, Conformance conformance) {
    return QUICK.computeIfAbsent(new Rules(type, conformance), Rules::compiled);
  }

  static Set<ConstraintViolation<Record>> violations(Record value, Conformance conformance) {
    return FACTORY.getValidator().validate(value, conformance.groups());
  }

  private static void note(Set<ConstraintViolation<Record>> violations, Cursor at) {
    violations.stream()
        .map(v -> violation(v, at))
        .sorted(
            Comparator.comparing((Violation v) -> v.pointer().toString())
                .thenComparing(Violation::code))
        .filter(v -> at.isSound(v.pointer()))
        .forEach(at::fail);
  }

  private static Violation violation(ConstraintViolation<Record> violation, Cursor at) {
    JsonPointer pointer = at.pointer();
    boolean manyInJson = false;
    for (Path.Node node : violation.getPropertyPath()) {
      Integer index = node.getIndex();
      if (index != null && manyInJson) {
        pointer = pointer.child(index);
      }
      String name = node.getName();
      if (name != null && !name.startsWith("<")) {
        String member = MEMBERS.getOrDefault(name, name);
        pointer = pointer.child(member);
        manyInJson = at.object().get(member).filter(JsonArray.class::isInstance).isPresent();
      }
    }
    Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
    String code = CODES.get(constraint.annotationType());
    if (code == null) {
      throw new IllegalStateException("no code for the constraint " + constraint);
    }
    return constraint instanceof Includes includes
        ? Messages.violation(code, pointer, includes.value())
        : Messages.violation(code, pointer);
  }

  /** Validates one record only. */
  private static final class OneRecord implements TraversableResolver {
    @Override
    public boolean isReachable(
        Object object, Path.Node node, Class<?> rootType, Path path, ElementType elementType) {
      return true;
    }

    @Override
    public boolean isCascadable(
        Object object, Path.Node node, Class<?> rootType, Path path, ElementType elementType) {
      return false;
    }
  }
}
