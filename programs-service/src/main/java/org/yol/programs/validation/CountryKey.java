package org.yol.programs.validation;

import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;

/** A key of a map in a request: ISO 3166-1 alpha-2. Anything else is no name for a stored field. */
public final class CountryKey extends KeyDeserializer {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
        return CODES.contains(key) ? key : context.handleWeirdKey(String.class, key, "no country of ISO 3166-1");
    }
}
