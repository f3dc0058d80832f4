package org.yol.programs.validation;

import java.util.regex.Pattern;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;

/** A key of a map in a request: a language tag or one of our words. Anything else is no name for a stored field. */
public final class MapKey extends KeyDeserializer {

    private static final Pattern KEY = Pattern.compile("[a-z]{2,20}(-[A-Za-z0-9]{2,20}){0,3}");

    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
        return KEY.matcher(key).matches()
                ? key
                : context.handleWeirdKey(String.class, key, "neither a language tag nor a word");
    }
}
