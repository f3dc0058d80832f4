package org.yol.programs.call;

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
import org.yol.programs.validation.MapKey;
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

        @Size(max = 30, message = "{field.items}") List<@NotNull @Keyword String> documents,

        @Min(0) @Max(5) Integer references,

        @Min(1) @Max(20) Integer rankAtMost,

        @JsonDeserialize(keyUsing = MapKey.class) @Size(max = 10, message = "{field.items}")
        Map<String, @NotNull @Min(1) @Max(10_000) Integer> caps,

        @Size(max = 200, message = "{field.items}") List<@NotNull @Valid PlaceRequest> places,

        @Size(max = 20, message = "{field.items}") List<@NotNull @Valid CriterionRequest> rubric) {

    record PlaceRequest(
            @NotNull String hostId,
            @NotNull StudyLevel level,

            @Min(1) @Max(10_000) Integer seats) {}

    record CriterionRequest(
            @NotNull @Keyword String criterion,

            @Min(1) @Max(100) Integer weight) {}

    List<PlaceRequest> statedPlaces() {
        return places == null ? List.of() : places;
    }

    List<CriterionRequest> statedRubric() {
        return rubric == null ? List.of() : rubric;
    }
}
