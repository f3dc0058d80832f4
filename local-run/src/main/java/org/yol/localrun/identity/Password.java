package org.yol.localrun.identity;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A password that somebody chooses: of ten characters or more, and no more bytes than BCrypt takes. */
@NotBlank(message = "{register.password.invalid}")
@Size(min = 10, message = "{register.password.invalid}")
@Utf8Bytes(max = 72, message = "{register.password.long}")
@Constraint(validatedBy = {})
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface Password {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
