package org.yol.applications.application;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.yol.platform.text.PlainText;

/**
 * Somebody of those who apply together. Anything may be missing while it is a draft; {@link TeamRules} says what must
 * be there.
 *
 * @param country ISO 3166-1 alpha-2 of where they work
 * @param institution the university or institute they work at
 * @param email null without
 * @param role what they do in the research, in their own words
 * @param lead whether they lead it
 */
public record TeamMember(
        @PlainText @Size(max = 200) String name,
        @Pattern(regexp = "|[A-Z]{2}") String country,
        @PlainText @Size(max = 200) String institution,
        @PlainText @Size(max = 254) String email,
        @PlainText @Size(max = 200) String role,
        boolean lead) {

    /** The same for readers who are not to know who it is. */
    TeamMember unnamed() {
        return new TeamMember(null, null, institution, null, role, lead);
    }
}
