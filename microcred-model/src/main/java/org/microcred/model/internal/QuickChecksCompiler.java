package org.microcred.model.internal;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerElementTypeDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import jakarta.validation.metadata.ValidateUnwrappedValue;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidator;

/**
 * Makes {@link QuickChecks} of what Bean Validation knows of a type. No rule is stated here: its
 * metadata names the constraints and the validators that judge them. What is not understood, be it
 * a constraint on the record as a whole, makes the checks incomplete.
 */
final class QuickChecksCompiler {
  private final ValidatorFactory factory;
  private final Class<?>[] groups;
  private boolean complete = true;

  private QuickChecksCompiler(ValidatorFactory factory, Class<?>... groups) {
    this.factory = factory;
    this.groups = groups;
  }

  /** {@return the checks of a type of record by the constraints of those groups} */
  static QuickChecks compile(
      Class<? extends Record> type, ValidatorFactory factory, Class<?>... groups) {
    return new QuickChecksCompiler(factory, groups).checks(type);
  }

  private QuickChecks checks(Class<? extends Record> type) {
    BeanDescriptor record = factory.getValidator().getConstraintsForClass(type);
    complete = constraints(record).isEmpty();
    List<QuickChecks.Component> components = new ArrayList<>();
    for (PropertyDescriptor property : record.getConstrainedProperties()) {
      List<ConstraintValidator<?, Object>> judges = judges(property);
      List<ConstraintValidator<?, Object>> judgesOfElements = new ArrayList<>();
      for (ContainerElementTypeDescriptor element :
          property.getConstrainedContainerElementTypes()) {
        judgesOfElements.addAll(judges(element));
        complete &= element.getConstrainedContainerElementTypes().isEmpty();
      }
      if (!judgesOfElements.isEmpty()) {
        complete &= Collection.class.isAssignableFrom(property.getElementClass());
      }
      if (!judges.isEmpty() || !judgesOfElements.isEmpty()) {
        Field field = field(type, property.getPropertyName());
        components.add(new QuickChecks.Component(field, judges, judgesOfElements));
      }
    }
    return new QuickChecks(complete ? components : List.of(), complete);
  }

  private Set<ConstraintDescriptor<?>> constraints(ElementDescriptor element) {
    return element.findConstraints().unorderedAndMatchingGroups(groups).getConstraintDescriptors();
  }

  private List<ConstraintValidator<?, Object>> judges(ElementDescriptor element) {
    List<ConstraintValidator<?, Object>> judges = new ArrayList<>();
    for (ConstraintDescriptor<?> constraint : constraints(element)) {
      addJudge(constraint, element.getElementClass(), judges);
    }
    return judges;
  }

  private <A extends Annotation> void addJudge(
      ConstraintDescriptor<A> constraint, Class<?> type, List<ConstraintValidator<?, Object>> to) {
    List<Class<? extends ConstraintValidator<A, ?>>> fitting =
        constraint.getConstraintValidatorClasses().stream()
            .filter(judge -> isFor(judge, type))
            .toList();
    boolean understood =
        fitting.size() == 1
            && !HibernateConstraintValidator.class.isAssignableFrom(fitting.get(0))
            && constraint.getComposingConstraints().isEmpty()
            && constraint.getValueUnwrapping() == ValidateUnwrappedValue.DEFAULT;
    if (understood) {
      @SuppressWarnings("unchecked") // isFor says that it takes values of that type.
      ConstraintValidator<A, Object> judge =
          (ConstraintValidator<A, Object>)
              factory.getConstraintValidatorFactory().getInstance(fitting.get(0));
      judge.initialize(constraint.getAnnotation());
      to.add(judge);
    } else {
      complete = false;
    }
  }

  private static boolean isFor(Class<?> judge, Class<?> type) {
    return Arrays.stream(judge.getMethods())
        .filter(method -> method.getName().equals("isValid") && !method.isBridge())
        .anyMatch(method -> method.getParameterTypes()[0].isAssignableFrom(type));
  }

  private static Field field(Class<? extends Record> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("a record has a field for each component", e);
    }
  }
}
