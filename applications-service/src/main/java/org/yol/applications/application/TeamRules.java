package org.yol.applications.application;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yol.contracts.CallPublished;
import org.yol.contracts.Country;
import org.yol.contracts.Language;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Localized;

/** What a team has to be before it is submitted. Finds all that is wrong at once. */
final class TeamRules {

    /** What no address lacks; whether it exists only a mail can tell. */
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

    private final List<FieldError> errors = new ArrayList<>();

    private TeamRules() {}

    /** What is wrong with a team, by pointers into the application; empty when nothing is. */
    static List<FieldError> errors(List<TeamMember> members, CallPublished.Team asked) {
        TeamRules rules = new TeamRules();
        rules.checkWhole(members, asked);
        Set<List<String>> seen = new HashSet<>();
        for (int index = 0; index < members.size(); index++) {
            rules.checkMember(members.get(index), "/team/" + index, seen);
        }
        return List.copyOf(rules.errors);
    }

    private void checkWhole(List<TeamMember> members, CallPublished.Team asked) {
        if (members.size() < asked.membersAtLeast()) {
            refuse("/team", "team.too-few", asked.membersAtLeast());
        }
        if (members.stream().filter(TeamMember::lead).count() != 1) {
            refuse("/team", "team.lead");
        }
        Set<String> countries = members.stream()
                .map(TeamMember::country)
                .filter(country -> !SubmissionRules.isBlank(country))
                .collect(Collectors.toSet());
        if (countries.size() < asked.countriesAtLeast()) {
            refuse("/team", "team.too-few-countries", asked.countriesAtLeast());
        }
        asked.mustInclude().stream()
                .filter(country -> !countries.contains(country))
                .forEach(country -> refuse("/team", "team.must-include", name(country)));
    }

    private void checkMember(TeamMember member, String pointer, Set<List<String>> seen) {
        require(member.name(), pointer + "/name");
        require(member.country(), pointer + "/country");
        require(member.institution(), pointer + "/institution");
        require(member.role(), pointer + "/role");
        if (!SubmissionRules.isBlank(member.email())
                && !ADDRESS.matcher(member.email()).matches()) {
            refuse(pointer + "/email", "team.email");
        }
        List<String> known = SearchedName.words(member.name() + " " + member.institution());
        if (!SubmissionRules.isBlank(member.name()) && !seen.add(known)) {
            refuse(pointer + "/name", "team.twice");
        }
    }

    private void require(String value, String pointer) {
        if (SubmissionRules.isBlank(value)) {
            refuse(pointer, "answer.missing");
        }
    }

    /** What the reader calls a country; one that Yol has no word for stays its code. */
    private static Localized name(String code) {
        return reader -> Country.find(code)
                .map(country -> country.nameIn(Language.of(reader.toLanguageTag())))
                .orElse(code);
    }

    private void refuse(String pointer, String message, Object... arguments) {
        errors.add(FieldError.of(pointer, message, arguments));
    }
}
