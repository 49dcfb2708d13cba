package org.microcred.model.internal;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The text, if any, is an absolute URI or IRI: a URL, a DID, a URN, a data URL. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {Uri.Check.class, Uri.OptionalCheck.class})
public @interface Uri {
  String MESSAGE = "is not an absolute URI such as https://uni.example/1 or did:web:uni.example";

  String message() default MESSAGE;

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** For what is required. */
  final class Check implements ConstraintValidator<Uri, String> {
    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
      return value == null || Uris.isAbsolute(value);
    }
  }

  /** For what is optional. */
  final class OptionalCheck implements ConstraintValidator<Uri, Optional<String>> {
    @Override
    public boolean isValid(Optional<String> value, ConstraintValidatorContext context) {
      return value.isEmpty() || Uris.isAbsolute(value.get());
    }
  }
}
