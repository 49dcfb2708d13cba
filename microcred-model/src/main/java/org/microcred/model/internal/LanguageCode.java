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

/** The text, if any, is a language code of Open Badges 3.0: language, script, region (BCP 47). */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = LanguageCode.Check.class)
public @interface LanguageCode {
  String message() default "is not a language code such as en, pt-BR or zh-Hans-CN";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Decides in linear time. */
  final class Check implements ConstraintValidator<LanguageCode, Optional<String>> {
    private static final Pattern CODE =
        Pattern.compile("[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");

    @Override
    public boolean isValid(Optional<String> value, ConstraintValidatorContext context) {
      return value.isEmpty() || isOne(value.get());
    }

    public static boolean isOne(String text) {
      return CODE.matcher(text).matches();
    }
  }
}
