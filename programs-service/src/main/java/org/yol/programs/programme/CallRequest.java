package org.yol.programs.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.yol.contracts.IntakeMode;
import org.yol.contracts.StudyLevel;
import org.yol.programs.validation.Keyword;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A call as a coordinator states it.
 *
 * @param opens ISO 8601 with an offset, or a wall clock of the zone
 * @param closes likewise
 */
record CallRequest(
        String opens,
        String closes,
        String zone,
        IntakeMode intake,

        @Size(max = 30, message = "{field.items}")
        List<@NotNull(message = "{field.required}") @Keyword String> documents,

        @Min(value = 0, message = "{field.references}") @Max(value = 5, message = "{field.references}")
        Integer references,

        @Min(value = 1, message = "{field.rank}") @Max(value = 20, message = "{field.rank}")
        Integer rankAtMost,

        @JsonDeserialize(keyUsing = MapKey.class) @Size(max = 10, message = "{field.items}")
        Map<
                        String,
                        @NotNull(message = "{field.required}") @Min(value = 1, message = "{field.seats}")
                        @Max(value = 10_000, message = "{field.seats}") Integer>
                caps,

        @Size(max = 200, message = "{field.items}")
        List<@NotNull(message = "{field.required}") @Valid PlaceRequest> places,

        @Size(max = 20, message = "{field.items}")
        List<@NotNull(message = "{field.required}") @Valid CriterionRequest> rubric) {

    record PlaceRequest(
            @NotNull(message = "{field.required}") String hostId,
            @NotNull(message = "{field.required}") StudyLevel level,

            @Min(value = 1, message = "{field.seats}") @Max(value = 10_000, message = "{field.seats}")
            Integer seats) {}

    record CriterionRequest(
            @NotNull(message = "{field.required}") @Keyword String criterion,

            @Min(value = 1, message = "{field.weight}") @Max(value = 100, message = "{field.weight}")
            Integer weight) {}

    List<PlaceRequest> statedPlaces() {
        return places == null ? List.of() : places;
    }

    List<CriterionRequest> statedRubric() {
        return rubric == null ? List.of() : rubric;
    }
}
