package org.yol.platform.problem;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON pointer into the request, such as {@code /answers/motivation}
 * @param message key in the message files, or the words themselves where a library made them
 * @param arguments for the message's places {@code {0}}, {@code {1}} …
 */
public record FieldError(String pointer, String message, List<Object> arguments) {

    /** An error with a message of our own. */
    public static FieldError of(String pointer, String message, Object... arguments) {
        return new FieldError(pointer, message, List.of(arguments));
    }
}
