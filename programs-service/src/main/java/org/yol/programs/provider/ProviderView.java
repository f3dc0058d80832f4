package org.yol.programs.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.yol.programs.validation.DomainName;

/**
 * A provider as everybody sees it.
 *
 * @param name in Latin letters
 * @param names by language tag; {@code en} is always there
 * @param domain as people write it
 * @param representedBy organizations whose coordinators write and publish in its name too
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProviderView(
        String id,
        long version,
        String name,
        Map<String, String> names,
        String country,
        String domain,
        String website,
        String contact,
        List<String> representedBy) {

    static ProviderView of(Provider provider) {
        return new ProviderView(
                provider.id(),
                provider.version(),
                provider.name(),
                provider.names(),
                provider.country(),
                provider.domain() == null ? null : DomainName.Validator.shown(provider.domain()),
                provider.website(),
                provider.contact(),
                provider.representedBy());
    }
}
