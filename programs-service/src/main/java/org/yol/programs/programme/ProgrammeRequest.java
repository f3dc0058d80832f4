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
import tools.jackson.databind.annotation.JsonDeserialize;

/** A programme as a coordinator states it. What is missing may come later; what is there has to be right. */
record ProgrammeRequest(
        @NotNull(message = "{field.required}") ProgrammeKind kind,
        @Valid ProviderRequest provider,
        @CountryCode(orAny = true) String destination,

        @Size(max = 50, message = "{field.items}")
        List<@NotNull(message = "{field.required}") @CountryCode String> origins,

        @Size(max = 6, message = "{field.items}") List<@NotNull(message = "{field.required}") StudyLevel> levels,

        @Size(max = 50, message = "{field.items}")
        List<@NotNull(message = "{field.required}") @Pattern(regexp = "\\d{4}", message = "{field.isced}") String>
                fields,

        @Size(max = 20, message = "{field.items}")
        List<
                        @NotNull(message = "{field.required}")
                        @Pattern(regexp = "[a-z]{2,3}", message = "{field.language}") String>
                languages,

        @Size(max = 20, message = "{field.items}") List<@NotNull(message = "{field.required}") @Keyword String> sectors,

        @Min(value = 1, message = "{field.between}") @Max(value = 120, message = "{field.between}")
        Integer months,

        @Valid PaysRequest pays,

        @JsonDeserialize(keyUsing = MapKey.class) @Size(max = 20, message = "{field.items}")
        Map<String, @NotNull(message = "{field.required}") @Size(max = 300, message = "{field.length}") String> title,

        @JsonDeserialize(keyUsing = MapKey.class) @Size(max = 20, message = "{field.items}")
        Map<String, @NotNull(message = "{field.required}") @Size(max = 20_000, message = "{field.length}") String>
                description,

        @NotNull(message = "{programme.calls}") @Size(min = 1, max = 1, message = "{programme.calls}")
        List<@NotNull(message = "{field.required}") @Valid CallRequest> calls) {

    record ProviderRequest(
            @Size(max = 200, message = "{field.length}") String name) {}

    record PaysRequest(
            @Size(max = 10, message = "{field.items}")
            List<
                            @NotNull(message = "{field.required}") @Min(value = 0, message = "{field.amount}")
                            @Max(value = 1_000_000_000, message = "{field.amount}") BigDecimal>
                    stipendPerMonth,

            @Pattern(regexp = "[A-Z]{3}", message = "{field.currency}")
            String currency,

            @Size(max = 100, message = "{field.length}") String tuition,
            @Size(max = 100, message = "{field.length}") String airfare) {

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

    CallRequest call() {
        return calls.getFirst();
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
