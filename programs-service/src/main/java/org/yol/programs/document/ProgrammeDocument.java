package org.yol.programs.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.yol.programs.call.CallRequest;
import org.yol.programs.programme.ProgrammeRequest;

/**
 * A programme with its calls, in the words of the API. Its JSON Schema is {@code programme.schema.json}.
 *
 * @param calls in the order in which they are made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProgrammeDocument(
        @NotNull @Valid ProgrammeRequest programme,

        @Size(max = 50, message = "{field.items}") List<@NotNull @Valid CallRequest> calls) {

    ProgrammeDocument {
        calls = Objects.requireNonNullElse(calls, List.of());
    }
}
