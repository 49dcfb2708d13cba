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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text, if any, is a UUID: 32 hexadecimal digits, parted 8-4-4-4-12 (RFC 4122 §3). */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {Uuid.Check.class, Uuid.OptionalCheck.class})
public @interface Uuid {
  String message() default "is not a UUID such as 8ee7ce0a-6e8c-4b5f-a54a-1c1b29c6a1a5";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** For what is required. */
  final class Check implements ConstraintValidator<Uuid, String> {
    private static final Pattern UUID =
        Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
      return value == null || UUID.matcher(value).matches();
    }
  }

  /** For what is optional. */
  final class OptionalCheck implements ConstraintValidator<Uuid, Optional<String>> {
    private final Check check = new Check();

    @Override
    public boolean isValid(Optional<String> value, ConstraintValidatorContext context) {
      return value.isEmpty() || check.isValid(value.get(), context);
    }
  }
}
