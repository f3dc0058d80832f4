package org.yol.platform.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that looks like what it is: without control characters, which forge lines where a text is shown, and without
 * the marks that turn the direction of what follows, so that it reads as something else. In a single line there are no
 * invisible letters either, but for those that words of some scripts and pictures are written with. Null is left to
 * others to judge.
 */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Validator.class)
public @interface PlainText {

    /** Whether it may have several lines, and tabs in them. */
    boolean lines() default false;

    /** Key of the words for people. */
    String message() default "{field.plain}";

    /** Asked for by Bean Validation. */
    Class<?>[] groups() default {};

    /** Asked for by Bean Validation. */
    Class<? extends Payload>[] payload() default {};

    /** Looks at each character. */
    final class Validator implements ConstraintValidator<PlainText, CharSequence> {

        private boolean lines;

        @Override
        public void initialize(PlainText constraint) {
            lines = constraint.lines();
        }

        @Override
        public boolean isValid(CharSequence text, ConstraintValidatorContext context) {
            return text == null || text.codePoints().allMatch(this::isPlain);
        }

        private boolean isPlain(int letter) {
            return switch (Character.getType(letter)) {
                case Character.CONTROL -> lines && (letter == '\n' || letter == '\r' || letter == '\t');
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> lines;
                // Half of a pair is no letter, and no file or mail can hold it.
                case Character.SURROGATE -> false;
                case Character.FORMAT -> !turnsDirection(letter) && (lines || !VisibleText.isNothing(letter));
                default -> !turnsDirection(letter);
            };
        }

        /** Embeddings, overrides and isolates; the two marks that stand for a letter of a direction do no harm. */
        private static boolean turnsDirection(int letter) {
            return (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
        }
    }
}
