package org.yol.programs.host;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What people say of a host and may say otherwise later.
 *
 * @param name in Latin letters
 * @param names by language tag; {@code en} is always there
 * @param domains in ASCII; may be empty
 */
public record HostWording(String name, Map<String, String> names, List<String> domains) {

    public HostWording {
        names = Map.copyOf(names);
        domains = List.copyOf(domains);
    }

    /** Every name, each once. */
    List<String> allNames() {
        return Stream.concat(Stream.of(name), names.values().stream())
                .distinct()
                .toList();
    }
}
