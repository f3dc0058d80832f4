package org.yol.programs.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A whole address that people may follow safely: {@code https} with a host, and nothing that ends a link. */
@Size(max = 500)
@Pattern(regexp = "https://[\\p{L}\\p{N}][^\\s\\p{C}\"<>]*")
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
public @interface WebAddress {

    /** Key of the words for people. */
    String message() default "{field.website}";

    /** Asked for by Bean Validation. */
    Class<?>[] groups() default {};

    /** Asked for by Bean Validation. */
    Class<? extends Payload>[] payload() default {};
}
