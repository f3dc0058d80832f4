package org.yol.platform.note;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.yol.contracts.StudyLevel;

record NoteRequest(
        @NotBlank String text, String remark, @Max(1_000) int rank, List<@Valid Line> lines, StudyLevel level) {

    record Line(@NotBlank @Pattern(regexp = "[a-z'{}]{2,3}") String word) {}
}
