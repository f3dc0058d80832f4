package org.yol.programs.provider;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.yol.platform.text.PlainText;
import org.yol.programs.names.Names;
import org.yol.programs.validation.CountryCode;
import org.yol.programs.validation.DomainName;
import org.yol.programs.validation.MapKey;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A provider as one of its coordinators states it.
 *
 * @param name in Latin letters, English as a rule
 * @param names in other languages, by language tag
 * @param representedBy organizations, as in the tokens of their coordinators
 */
record ProviderRequest(
        @NotBlank
        @PlainText
        @Size(max = 200)
        @Pattern(regexp = "[\\p{IsLatin}\\P{L}\\x{2b9}-\\x{2bf}]*", message = "{provider.name.latin}")
        String name,

        @JsonDeserialize(keyUsing = MapKey.class) @Size(max = 20, message = "{field.items}")
        Map<String, @NotNull @PlainText @Size(max = 200) String> names,

        @NotNull @CountryCode String country,

        @DomainName String domain,

        @Size(max = 300) @Pattern(regexp = "https?://[\\p{L}\\p{N}][^\\s\\p{C}\"<>]*", message = "{field.website}")
        String website,

        @Size(max = 254) @Email(message = "{field.email}") @PlainText
        String contact,

        @Size(max = 20, message = "{field.items}")
        List<@NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}", message = "{provider.organization}") String>
                representedBy) {

    /** What is stated, of the organization of that id. */
    Provider provider(String id) {
        String latin = Names.tidied(name);
        return new Provider(
                id,
                0,
                latin,
                Names.of(latin, names),
                country,
                domain == null ? null : DomainName.Validator.ascii(domain),
                website,
                contact,
                representedBy == null
                        ? List.of()
                        : representedBy.stream()
                                .filter(other -> !other.equals(id))
                                .distinct()
                                .toList());
    }
}
