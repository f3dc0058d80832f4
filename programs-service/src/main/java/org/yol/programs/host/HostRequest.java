package org.yol.programs.host;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;
import org.yol.platform.text.PlainText;
import org.yol.programs.names.Names;
import org.yol.programs.validation.CountryCode;
import org.yol.programs.validation.DomainName;
import org.yol.programs.validation.MapKey;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A host as a coordinator states it.
 *
 * @param name in Latin letters, as the institution writes it in English
 * @param names in other languages, by language tag
 * @param distinctFrom ids of hosts that it may look like and is not
 */
record HostRequest(
        @NotBlank @PlainText @Size(max = 200) String name,

        @JsonDeserialize(keyUsing = MapKey.class) @Size(max = 20, message = "{field.items}")
        Map<String, @NotNull @PlainText @Size(max = 200) String> names,

        @NotNull @CountryCode String country,

        @Size(max = 10, message = "{field.items}") List<@NotNull @DomainName String> domains,

        @Size(max = 200, message = "{field.items}") List<@NotNull String> distinctFrom) {

    HostWording wording() {
        String latin = Names.tidied(name);
        return new HostWording(
                latin,
                Names.of(latin, names),
                domains == null
                        ? List.of()
                        : domains.stream()
                                .map(DomainName.Validator::ascii)
                                .distinct()
                                .toList());
    }

    /** The slug of the name; refused as field-errors when that is not in Latin letters. */
    Slug slug() {
        return Slug.of(name).orElseThrow(() -> Refused.because(List.of(FieldError.of("/name", "host.name.latin"))));
    }

    boolean isDistinctFrom(Host other) {
        return distinctFrom != null && distinctFrom.contains(other.id());
    }
}
