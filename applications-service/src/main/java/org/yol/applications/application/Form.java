package org.yol.applications.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yol.applications.call.Call;
import org.yol.applications.canonical.CanonicalJson;
import org.yol.applications.dossier.Particulars;
import org.yol.contracts.CallPublished.Place;
import org.yol.contracts.ProgrammeKind;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;

/**
 * What the student fills in.
 *
 * @param dossier what the student said of themselves when it was handed in last; before that null, or what an older
 *     release kept here for {@link ParticularsOfApplications}
 * @param choices ids of the ranked places, the most wanted first
 * @param hosts ids of the universities of the choices, whose reviewers may read it once it is submitted
 * @param documents at most one a kind
 * @param homeHostId of an exchange that was handed in, which of the universities of the call the student comes from, by
 *     its name; null elsewhere, and when it is none of them
 * @param team of a joint research; null elsewhere, and before anybody is named
 */
public record Form(
        Answers answers,
        Particulars dossier,
        List<String> choices,
        List<String> hosts,
        List<AttachedDocument> documents,
        String homeHostId,
        Team team) {

    /** What leads the kind of a document among the parts of a receipt. */
    static final String DOCUMENT = "document:";

    static final Form EMPTY = new Form(Answers.NONE, null, List.of(), List.of(), List.of(), null, null);

    /** With what is written and ranked now, which {@link SubmissionRules#choiceErrors} has nothing against. */
    Form with(Answers written, List<String> ranked, Call asked) {
        List<String> rankedHosts = ranked.stream()
                .flatMap(placeId -> asked.place(placeId).stream())
                .map(Place::hostId)
                .distinct()
                .toList();
        return new Form(written, dossier, ranked, rankedHosts, documents, homeHostId, team);
    }

    /** With what the student says of themselves, to be handed in. */
    Form with(Particulars stated, Call asked) {
        String home = home(stated.institution().orElse(null), asked);
        return new Form(answers, stated, choices, hosts, documents, home, team);
    }

    /** With those who apply together. */
    Form with(List<TeamMember> members) {
        Team named = members.isEmpty() ? null : new Team(members);
        return new Form(answers, dossier, choices, hosts, documents, homeHostId, named);
    }

    /** Those who apply together; empty where nobody is named. */
    List<TeamMember> members() {
        return team == null ? List.of() : team.members();
    }

    /** Of an exchange, the university of the call that has that name in some language. */
    private static String home(String institution, Call asked) {
        List<String> wanted = SearchedName.words(institution);
        return asked.kind() != ProgrammeKind.EXCHANGE || wanted.isEmpty()
                ? null
                : asked.places().stream()
                        .filter(place -> Stream.concat(Stream.of(place.hostName()), place.hostNames().values().stream())
                                .anyMatch(name -> SearchedName.words(name).equals(wanted)))
                        .map(Place::hostId)
                        .findFirst()
                        .orElse(null);
    }

    /**
     * With a file for a kind of document, which takes the place of an earlier one of that kind.
     *
     * @throws Refused field-errors for a kind the call does not ask for, and for a type that kind cannot have
     */
    public Form with(AttachedDocument document, Call asked) {
        AllowedTypes.refuseMisplaced(document.type(), document.kind());
        if (!asked.documents().contains(document.kind())) {
            throw Refused.because(
                    List.of(FieldError.of("/kind", "document.not-asked", String.join(", ", asked.documents()))));
        }
        return new Form(
                answers,
                dossier,
                choices,
                hosts,
                Stream.concat(others(document.kind()), Stream.of(document)).toList(),
                homeHostId,
                team);
    }

    /** Without the file of a kind. */
    public Form without(String kind) {
        return new Form(answers, dossier, choices, hosts, others(kind).toList(), homeHostId, team);
    }

    /** Without any file, and without anybody but the student. */
    Form discarded() {
        return new Form(answers, dossier, choices, hosts, List.of(), homeHostId, null);
    }

    /** What was asked for, and nothing of who asked. */
    Form withoutPerson() {
        return new Form(Answers.NONE, null, choices, hosts, List.of(), homeHostId, null);
    }

    /** What is asked for, without what says who asks; files have the names of their kinds. */
    Form unnamed() {
        return new Form(
                answers,
                dossier == null ? null : dossier.unnamed(),
                choices,
                hosts,
                documents.stream()
                        .filter(document -> !NamingDocuments.include(document.kind()))
                        .map(AttachedDocument::unnamed)
                        .toList(),
                homeHostId,
                team == null
                        ? null
                        : new Team(members().stream().map(TeamMember::unnamed).toList()));
    }

    /** The file of a kind. */
    public Optional<AttachedDocument> document(String kind) {
        return documents.stream().filter(each -> each.kind().equals(kind)).findFirst();
    }

    private Stream<AttachedDocument> others(String kind) {
        return documents.stream().filter(document -> !document.kind().equals(kind));
    }

    /** What is handed in of it, by part, with whoever was asked for a reference. */
    Map<String, Object> parts(List<AskedReferee> referees) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("answers", answers);
        parts.put("dossier", dossier);
        parts.put("choices", choices);
        parts.put("documents", documents);
        if (team != null) {
            parts.put("team", team.members());
        }
        if (!referees.isEmpty()) {
            parts.put("references", referees);
        }
        return parts;
    }

    /** SHA-256 of each part as the receipt names it. */
    Map<String, String> digests(List<AskedReferee> referees) {
        Map<String, String> digests =
                documents.stream().collect(Collectors.toMap(each -> DOCUMENT + each.kind(), AttachedDocument::sha256));
        digests.put("answers", CanonicalJson.sha256(answers));
        digests.put("dossier", CanonicalJson.sha256(dossier));
        digests.put("choices", CanonicalJson.sha256(choices));
        if (team != null) {
            digests.put("team", CanonicalJson.sha256(team.members()));
        }
        if (!referees.isEmpty()) {
            digests.put("references", CanonicalJson.sha256(referees));
        }
        return digests;
    }
}
