package org.yol.platform.web;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * The word that stands for those a release does not know. Events are read with it; people who send it, or any other
 * word that is not there, are told so.
 */
final class UnknownWord {

    private UnknownWord() {}

    /** Whether a constant is that word of its enumeration. */
    static boolean is(Object constant) {
        return constant instanceof Enum<?> word && isMarked(word);
    }

    private static boolean isMarked(Enum<?> word) {
        try {
            return word.getDeclaringClass().getField(word.name()).isAnnotationPresent(JsonEnumDefaultValue.class);
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
