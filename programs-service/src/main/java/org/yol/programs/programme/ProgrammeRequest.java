package org.yol.programs.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
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
import org.yol.platform.text.PlainText;
import org.yol.programs.programme.Offer.Certificate;
import org.yol.programs.programme.Offer.Session;
import org.yol.programs.validation.CountryCode;
import org.yol.programs.validation.Keyword;
import org.yol.programs.validation.MapKey;
import org.yol.programs.validation.WebAddress;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A programme as a coordinator states it. What is missing may come later; what is there has to be right.
 *
 * @param providerId the organization that offers it, the coordinator's own where it is missing; only asked when the
 *     programme is new
 * @param reason of a change of what is published; not needed for a draft
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProgrammeRequest(
        @NotNull ProgrammeKind kind,
        String providerId,
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

        @Size(max = 50, message = "{field.items}") List<@NotNull @Valid Session> sessions,

        @Valid Certificate certificate,

        @WebAddress String website,

        @Size(max = 254) @Email(message = "{field.email}") @PlainText
        String contact,

        @JsonDeserialize(keyUsing = MapKey.class) @Size(max = 20, message = "{field.items}")
        Map<String, @NotNull @PlainText @Size(max = 300) String> title,

        @JsonDeserialize(keyUsing = MapKey.class) @Size(max = 20, message = "{field.items}")
        Map<String, @NotNull @PlainText(lines = true) @Size(max = 20_000) String> description,

        @Size(max = 1_000) String reason) {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record PaysRequest(
            @Size(max = 10, message = "{field.items}")
            List<@NotNull @Min(0) @Max(1_000_000_000) BigDecimal> stipendPerMonth,

            @Size(max = 10, message = "{field.items}") List<@NotNull @Min(0) @Max(1_000_000_000) BigDecimal> regional,

            @Pattern(regexp = "[A-Z]{3}", message = "{field.currency}")
            String currency,

            @PlainText @Size(max = 100) String tuition,
            @PlainText @Size(max = 100) String airfare) {

        Pays pays() {
            return new Pays(listOrNone(stipendPerMonth), listOrNone(regional), currency, tuition, airfare);
        }
    }

    /** A programme in the words in which it could be stated. */
    public static ProgrammeRequest of(Programme programme) {
        Offer offer = programme.offer();
        Pays pays = offer.pays();
        return new ProgrammeRequest(
                offer.kind(),
                programme.provider().id(),
                offer.destination(),
                offer.origins(),
                offer.levels(),
                offer.fields(),
                offer.languages(),
                offer.sectors(),
                offer.months(),
                pays == null
                        ? null
                        : new PaysRequest(
                                pays.stipendPerMonth(),
                                pays.regional(),
                                pays.currency(),
                                pays.tuition(),
                                pays.airfare()),
                offer.sessions(),
                offer.certificate(),
                offer.website(),
                offer.contact(),
                offer.title(),
                offer.description(),
                null);
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
                sessions,
                certificate,
                website,
                statedOrNone(contact),
                filled(title),
                filled(description));
    }

    private static <T> List<T> listOrNone(List<T> list) {
        return list == null ? List.of() : list.stream().distinct().toList();
    }

    private static String statedOrNone(String text) {
        return text == null || text.isBlank() ? null : text;
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
