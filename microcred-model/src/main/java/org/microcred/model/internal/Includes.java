package org.microcred.model.internal;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list holds a certain text: the types of an Alignment include "Alignment". */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Includes.Check.class)
public @interface Includes {
  String value();

  String message() default "must include \"{value}\"";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Looks for the text. */
  final class Check implements ConstraintValidator<Includes, List<String>> {
    private String wanted = "";

    @Override
    public void initialize(Includes annotation) {
      wanted = annotation.value();
    }

    @Override
    public boolean isValid(@Nullable List<String> value, ConstraintValidatorContext context) {
      return value == null || value.contains(wanted);
    }
  }
}
