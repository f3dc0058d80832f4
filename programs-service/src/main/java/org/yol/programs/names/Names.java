package org.yol.programs.names;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of one organisation in several languages. */
public final class Names {

    private static final String ENGLISH = "en";
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private Names() {}

    /** A name with one space where some were typed, and none around it. */
    public static String tidied(String name) {
        return SPACES.matcher(name).replaceAll(" ").strip();
    }

    /**
     * All names by language tag. The one in Latin letters stands for the English one where there is no other, so that
     * {@code en} is always there.
     *
     * @param latin tidied
     * @param stated by language tag; null for none, empty ones do not count
     */
    public static Map<String, String> of(String latin, Map<String, String> stated) {
        Map<String, String> names = new HashMap<>(Map.of(ENGLISH, latin));
        if (stated != null) {
            names.putAll(stated.entrySet().stream()
                    .filter(name -> !tidied(name.getValue()).isEmpty())
                    .collect(Collectors.toMap(Map.Entry::getKey, name -> tidied(name.getValue()))));
        }
        return Map.copyOf(names);
    }
}
