package org.microcred.model.internal;

import jakarta.validation.ConstraintValidator;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;

/**
 * Tells whether records of one type keep their constraints, without a run of Bean Validation, which
 * costs more than all else that reading a record takes. Only a no needs such a run, to say why.
 *
 * @param components the components with constraints
 * @param complete whether these are all constraints; if not, the answer is always no
 */
record QuickChecks(List<Component> components, boolean complete) {
  QuickChecks {
    components = List.copyOf(components);
  }

  /** {@return whether the record is known to keep all its constraints} */
  boolean hold(Record record) {
    for (Component component : components) {
      if (!component.holds(record)) {
        return false;
      }
    }
    return complete;
  }

  /**
   * A component of a record.
   *
   * @param field where it is
   * @param judges the validators of its constraints
   * @param judgesOfElements the validators of the constraints on the elements of a collection
   */
  record Component(
      Field field,
      List<ConstraintValidator<?, Object>> judges,
      List<ConstraintValidator<?, Object>> judgesOfElements) {
    Component {
      judges = List.copyOf(judges);
      judgesOfElements = List.copyOf(judgesOfElements);
    }

    private boolean holds(Record record) {
      Object value = value(record);
      if (!accept(judges, value)) {
        return false;
      }
      if (!judgesOfElements.isEmpty()) {
        for (Object element : (Collection<?>) value) {
          if (!accept(judgesOfElements, element)) {
            return false;
          }
        }
      }
      return true;
    }

    private Object value(Record record) {
      try {
        return field.get(record);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("the field was made accessible", e);
      }
    }

    private static boolean accept(List<ConstraintValidator<?, Object>> judges, Object value) {
      for (ConstraintValidator<?, Object> judge : judges) {
        if (!judge.isValid(value, null)) {
          return false;
        }
      }
      return true;
    }
  }
}
