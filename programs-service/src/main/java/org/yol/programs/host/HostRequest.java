package org.yol.programs.host;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;
import org.yol.programs.validation.CountryCode;

/** A host as a coordinator states it. */
record HostRequest(
        @NotBlank @Size(max = 200) String name,

        @NotNull @CountryCode String country) {

    Host host() {
        String tidied = name.strip().replaceAll("\\s+", " ");
        Slug slug =
                Slug.of(tidied).orElseThrow(() -> Refused.because(List.of(FieldError.of("/name", "host.name.latin"))));
        return Host.of(slug, tidied, country);
    }
}
