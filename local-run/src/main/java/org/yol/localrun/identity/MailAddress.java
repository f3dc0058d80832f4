package org.yol.localrun.identity;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that every mail server and every mail program takes: in ASCII, without quoting, at a domain of two or more
 * parts. Null is left to other constraints.
 */
@Constraint(validatedBy = MailAddress.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface MailAddress {

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks Jakarta Mail, which has to write the address into a header and read it there again. */
    final class Validator implements ConstraintValidator<MailAddress, String> {

        /** Without this Jakarta Mail would take names, groups and comments around an address too. */
        private static final Pattern PLAIN =
                Pattern.compile("[\\w!#$%&'*+/=?^`{|}~.-]+@[a-zA-Z0-9.-]+\\.[a-zA-Z0-9-]+");

        @Override
        public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
            return address == null || PLAIN.matcher(address).matches() && isTakenByMail(address);
        }

        private static boolean isTakenByMail(String address) {
            try {
                return new InternetAddress(address, true).getAddress().equals(address);
            } catch (AddressException e) {
                return false;
            }
        }
    }
}
