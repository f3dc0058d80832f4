package org.yol.programs.host;

import java.util.List;
import java.util.Map;
import org.yol.programs.validation.DomainName;

/**
 * A host as everybody sees it.
 *
 * @param name in Latin letters
 * @param names by language tag; {@code en} is always there
 * @param domains as people write them
 */
record HostView(String id, long version, String name, Map<String, String> names, String country, List<String> domains) {

    static HostView of(Host host) {
        return new HostView(
                host.id(),
                host.version(),
                host.name(),
                host.names(),
                host.country(),
                host.domainNames().stream().map(DomainName.Validator::shown).toList());
    }
}
