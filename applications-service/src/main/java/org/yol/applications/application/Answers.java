package org.yol.applications.application;

import jakarta.validation.constraints.Size;
import org.yol.platform.text.PlainText;

/**
 * What the form asks for one call. Anything may be missing while it is a draft; {@link SubmissionRules} says what must
 * be there.
 */
public record Answers(
        @PlainText(lines = true) @Size(max = 10_000) String motivation,
        @PlainText(lines = true) @Size(max = 10_000) String studyPlan) {

    /** A form nobody has written in yet. */
    static final Answers NONE = new Answers(null, null);
}
