package org.yol.programs.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yol.contracts.ProgrammeKind;
import org.yol.contracts.StudyLevel;
import org.yol.programs.validation.CountryCode;
import org.yol.programs.validation.Keyword;
import org.yol.programs.validation.MapKey;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A programme as a coordinator states it. What is missing may come later; what is there has to be right. */
record ProgrammeRequest(
        @NotNull ProgrammeKind kind,
        @Valid ProviderRequest provider,
        @CountryCode(orAny = true) String destination,

        @Size(max = 50, message = "{field.items}") List<@NotNull @CountryCode String> origins,

        @Size(max = 6, message = "{field.items}") List<@NotNull StudyLevel> levels,

        @Size(max = 50, message = "{field.items}")
        List<@NotNull @Pattern(regexp = "\\d{4}", message = "{field.isced}") String> fields,

        @Size(max = 20, message = "{field.items}")
        List<@NotNull @Pattern(regexp = "[a-z]{2,3}", message = "{field.language}") String> languages,

        @Size(max = 20, message = "{field.items}") List<@NotNull @Keyword String> sectors,

        @Min(1) @Max(120) Integer months,

        @Valid PaysRequest pays,

        @JsonDeserialize(keyUsing = MapKey.class) @Size(max = 20, message = "{field.items}")
        Map<String, @NotNull @Size(max = 300) String> title,

        @JsonDeserialize(keyUsing = MapKey.class) @Size(max = 20, message = "{field.items}")
        Map<String, @NotNull @Size(max = 20_000) String> description) {

    record ProviderRequest(@Size(max = 200) String name) {}

    record PaysRequest(
            @Size(max = 10, message = "{field.items}")
            List<@NotNull @Min(0) @Max(1_000_000_000) BigDecimal> stipendPerMonth,

            @Pattern(regexp = "[A-Z]{3}", message = "{field.currency}")
            String currency,

            @Size(max = 100) String tuition,
            @Size(max = 100) String airfare) {

        Pays pays() {
            return new Pays(listOrNone(stipendPerMonth), currency, tuition, airfare);
        }
    }

    Offer offer() {
        return new Offer(
                kind,
                destination,
                listOrNone(origins),
                listOrNone(levels),
                listOrNone(fields),
                listOrNone(languages),
                listOrNone(sectors),
                months,
                pays == null ? null : pays.pays(),
                filled(title),
                filled(description));
    }

    String providerName() {
        return provider == null ? null : provider.name();
    }

    private static <T> List<T> listOrNone(List<T> list) {
        return list == null ? List.of() : list.stream().distinct().toList();
    }

    /** A text that is empty is none. */
    private static Map<String, String> filled(Map<String, String> texts) {
        return texts == null
                ? Map.of()
                : texts.entrySet().stream()
                        .filter(text -> !text.getValue().isBlank())
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, text -> text.getValue().strip()));
    }
}
