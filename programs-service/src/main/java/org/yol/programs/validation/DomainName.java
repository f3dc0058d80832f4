package org.yol.programs.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** A domain name of two labels or more, in letters of any script; null is left to others to judge. */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DomainName.Validator.class)
public @interface DomainName {

    /** Key of the words for people. */
    String message() default "{field.domain}";

    /** Asked for by Bean Validation. */
    Class<?>[] groups() default {};

    /** Asked for by Bean Validation. */
    Class<? extends Payload>[] payload() default {};

    /** Asks whether it can be written as computers do. */
    final class Validator implements ConstraintValidator<DomainName, String> {

        private static final int LONGEST = 253;

        /** The last label has a letter: what ends in a number is an address. */
        private static final Pattern ASCII =
                Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+(?!\\d+$)[a-z0-9]([a-z0-9-]*[a-z0-9])");

        @Override
        public boolean isValid(String domain, ConstraintValidatorContext context) {
            if (domain == null) {
                return true;
            }
            if (domain.length() > LONGEST) {
                return false;
            }
            try {
                String ascii = ascii(domain);
                return ascii.length() <= LONGEST && ASCII.matcher(ascii).matches();
            } catch (IllegalArgumentException _) {
                return false;
            }
        }

        /**
         * A domain name as it is compared: in ASCII, small, without the {@code www} that many put before it.
         *
         * @throws IllegalArgumentException when it cannot be written so
         */
        public static String ascii(String domain) {
            String ascii = IDN.toASCII(domain.strip(), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return ascii.startsWith("www.") ? ascii.substring("www.".length()) : ascii;
        }

        /** A stored domain name as people write it. */
        public static String shown(String ascii) {
            return IDN.toUnicode(ascii);
        }
    }
}
