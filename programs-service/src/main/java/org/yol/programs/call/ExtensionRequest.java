package org.yol.programs.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.yol.programs.validation.CountryCode;

/**
 * A later deadline as a coordinator grants it.
 *
 * @param closes as in {@link CallRequest}, in the zone of the call
 * @param countries whose citizens it is for; everybody without
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ExtensionRequest(
        @NotBlank String closes,

        @Size(max = 50, message = "{field.items}") List<@NotNull @CountryCode String> countries,

        @NotBlank @Size(max = 1_000) String reason) {

    List<String> statedCountries() {
        return countries == null ? List.of() : countries.stream().distinct().toList();
    }
}
