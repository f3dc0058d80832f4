package org.yol.applications.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yol.contracts.CallChange;
import org.yol.contracts.CallPublished;
import org.yol.contracts.CallPublished.Criterion;
import org.yol.contracts.CallPublished.DocumentNote;
import org.yol.contracts.CallPublished.Place;
import org.yol.contracts.CallPublished.Team;
import org.yol.contracts.EligibilityRule;
import org.yol.contracts.Extension;
import org.yol.contracts.IntakeMode;
import org.yol.contracts.ProgrammeKind;
import org.yol.contracts.SelectionTerms;
import org.yol.contracts.SelectionTerms.Exclusion;
import org.yol.contracts.StudyLevel;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls as other services tell them. */
public final class CallFixtures {

    public static final Instant OPENS = Instant.parse("2026-10-01T00:00:00Z");
    public static final Instant CLOSES = Instant.parse("2026-12-01T09:00:00Z");
    public static final String TSUKUBA = "place-tsukuba";
    public static final String HIROSHIMA = "place-hiroshima";

    private CallFixtures() {}

    /**
     * An open call of jica-jice for Kazakhstan and Kyrgyzstan: two places, two of which may be ranked, one document.
     */
    public static Call open() {
        return Call.of(published("call-1", OPENS, CLOSES), 1);
    }

    /** What programs-service tells of a call that is open around now. */
    public static CallPublished publishedNow(String callId) {
        return publishedNow(callId, 1);
    }

    /** The same with these terms of selection. */
    public static CallPublished with(CallPublished call, SelectionTerms terms) {
        ObjectNode other = (ObjectNode) JsonMapper.shared().valueToTree(call);
        other.set("selection", JsonMapper.shared().valueToTree(terms));
        return JsonMapper.shared().treeToValue(other, CallPublished.class);
    }

    /** The same of another programme, whose places exclude others. */
    public static CallPublished excluding(CallPublished call, String programmeId, Exclusion excludes) {
        ObjectNode other = (ObjectNode)
                JsonMapper.shared().valueToTree(with(call, new SelectionTerms(null, null, null, excludes)));
        other.put("programmeId", programmeId);
        return JsonMapper.shared().treeToValue(other, CallPublished.class);
    }

    /** The same without its last place. */
    public static CallPublished withoutHiroshima(CallPublished call) {
        ObjectNode other = (ObjectNode) JsonMapper.shared().valueToTree(call);
        other.withArray("places").remove(1);
        return JsonMapper.shared().treeToValue(other, CallPublished.class);
    }

    /** A call with so many seats at Tsukuba and these terms of selection, as it is known here. */
    public static Call nowWith(String callId, int seats, SelectionTerms terms) {
        return Call.of(with(publishedNow(callId, seats), terms), 2);
    }

    /** {@link #open()} with these terms of selection. */
    public static Call openWith(SelectionTerms terms) {
        return Call.of(with(published("call-1", OPENS, CLOSES), terms), 1);
    }

    /** The same that asks for other documents. */
    public static CallPublished asking(String callId, String... documents) {
        ObjectNode call = (ObjectNode) JsonMapper.shared().valueToTree(publishedNow(callId));
        call.set("documents", JsonMapper.shared().valueToTree(documents));
        return JsonMapper.shared().treeToValue(call, CallPublished.class);
    }

    /** The same for a call, as it is known here. */
    public static Call openAskingFor(String... documents) {
        return Call.of(asking("call-1", documents), 2);
    }

    /** A call for those only whom their authority nominates. */
    public static CallPublished forNominated(CallPublished call) {
        ObjectNode nominating = (ObjectNode) JsonMapper.shared().valueToTree(call);
        nominating.put("intake", IntakeMode.NOMINATED.toString());
        return JsonMapper.shared().treeToValue(nominating, CallPublished.class);
    }

    /** A call whose applications need so many reviews at each place. */
    public static CallPublished reviewed(CallPublished call, int reviews, boolean blind) {
        ObjectNode reviewed = (ObjectNode) JsonMapper.shared().valueToTree(call);
        ObjectNode reviewing = (ObjectNode) reviewed.get("selection").get("reviewing");
        reviewing.put("reviews", reviews).put("blind", blind);
        return JsonMapper.shared().treeToValue(reviewed, CallPublished.class);
    }

    /** The same call of another programme. */
    public static CallPublished ofProgramme(CallPublished call, String programmeId) {
        ObjectNode other = (ObjectNode) JsonMapper.shared().valueToTree(call);
        other.put("programmeId", programmeId);
        return JsonMapper.shared().treeToValue(other, CallPublished.class);
    }

    /** The same where the authority of a country may nominate so many. */
    public static CallPublished forNominated(CallPublished call, String country, int most) {
        ObjectNode nominating = (ObjectNode) JsonMapper.shared().valueToTree(forNominated(call));
        nominating.putObject("nominationsAtMost").put(country, most);
        return JsonMapper.shared().treeToValue(nominating, CallPublished.class);
    }

    /** {@link #open()} for those only whom their authority nominates, of one country so many. */
    public static Call openForNominated(String country, int most) {
        return Call.of(forNominated(published("call-1", OPENS, CLOSES), country, most), 1);
    }

    /** {@link #open()} for those only whom their authority nominates. */
    public static Call openForNominated() {
        return Call.of(forNominated(published("call-1", OPENS, CLOSES)), 1);
    }

    /** The same with so many seats at Tsukuba. */
    public static CallPublished publishedNow(String callId, int seats) {
        Instant now = Instant.now();
        return published(callId, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(30)), seats);
    }

    /** The same where offers are to be answered until then. */
    public static CallPublished answeredBy(String callId, Instant answerBy) {
        Instant now = Instant.now();
        return published(
                callId,
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(30)),
                1,
                List.of(),
                List.of(),
                ProgrammeKind.SCHOLARSHIP,
                answerBy);
    }

    /** The same after a later deadline was granted to citizens of a country. */
    public static Call extendedFor(String country, Instant closes) {
        Extension granted = new Extension(List.of(country), closes, "Internet access was interrupted", OPENS);
        return Call.of(published("call-1", OPENS, CLOSES, 1, List.of(granted)), 2);
    }

    public static CallPublished published(String callId, Instant opens, Instant closes) {
        return published(callId, opens, closes, 1);
    }

    /** The same for those who meet these rules. */
    public static Call openFor(EligibilityRule... rules) {
        return Call.of(published("call-1", OPENS, CLOSES, 1, List.of(), List.of(rules), ProgrammeKind.SCHOLARSHIP), 2);
    }

    private static CallPublished published(String callId, Instant opens, Instant closes, int seats) {
        return published(callId, opens, closes, seats, List.of());
    }

    private static CallPublished published(
            String callId, Instant opens, Instant closes, int seats, List<Extension> extensions) {
        return published(callId, opens, closes, seats, extensions, List.of(), ProgrammeKind.SCHOLARSHIP);
    }

    /** The same of a joint research: a team of three from two countries, somebody from Japan among them. */
    public static Call jointResearch() {
        return Call.of(jointResearch("call-1", OPENS, CLOSES), 2);
    }

    public static CallPublished jointResearch(String callId, Instant opens, Instant closes) {
        return published(callId, opens, closes, 1, List.of(), List.of(), ProgrammeKind.JOINT_RESEARCH);
    }

    /** The same of an exchange between its universities. */
    public static Call exchange() {
        return Call.of(published("call-1", OPENS, CLOSES, 1, List.of(), List.of(), ProgrammeKind.EXCHANGE), 2);
    }

    private static CallPublished published(
            String callId,
            Instant opens,
            Instant closes,
            int seats,
            List<Extension> extensions,
            List<EligibilityRule> rules,
            ProgrammeKind kind) {
        return published(callId, opens, closes, seats, extensions, rules, kind, null);
    }

    private static CallPublished published(
            String callId,
            Instant opens,
            Instant closes,
            int seats,
            List<Extension> extensions,
            List<EligibilityRule> rules,
            ProgrammeKind kind,
            Instant answerBy) {
        return new CallPublished(
                callId,
                "programme-1",
                "jica-jice",
                "JICA / JICE",
                Map.of("en", "JICA / JICE", "ja", "JICA／JICE"),
                kind,
                Map.of("en", "JDS", "ja", "人材育成奨学計画"),
                "JP",
                List.of("KZ", "KG"),
                opens,
                closes,
                "Asia/Bishkek",
                0,
                extensions,
                IntakeMode.OPEN,
                List.of("passport"),
                0,
                2,
                rules,
                List.of(
                        new Place(
                                TSUKUBA,
                                "jp-university-of-tsukuba",
                                "University of Tsukuba",
                                Map.of("en", "University of Tsukuba", "ja", "筑波大学"),
                                StudyLevel.MASTER,
                                seats,
                                Map.of()),
                        new Place(
                                HIROSHIMA,
                                "jp-hiroshima-university",
                                "Hiroshima University",
                                Map.of("en", "Hiroshima University"),
                                StudyLevel.MASTER,
                                2,
                                Map.of())),
                List.of(new Criterion("academic", 60), new Criterion("plan", 40)),
                List.of(),
                answerBy,
                List.of(new DocumentNote("passport", Map.of("en", "The page with the photograph"), null)),
                List.of(),
                kind == ProgrammeKind.JOINT_RESEARCH ? new Team(3, 2, List.of("JP")) : null,
                null,
                Map.of(),
                SelectionTerms.USUAL);
    }

    /** A call that asks for so many references. */
    public static CallPublished asking(CallPublished call, int references) {
        return with(call, call.closes(), call.extensions(), references, call.changes(), call.referencesClose());
    }

    /** {@link #open()} where it takes references until then. */
    public static Call openTakingReferencesUntil(Instant stated) {
        CallPublished call = published("call-1", OPENS, CLOSES);
        return Call.of(with(call, call.closes(), call.extensions(), 1, call.changes(), stated), 2);
    }

    /** {@link #open()} where it asks for so many references. */
    public static Call openAsking(int references) {
        return Call.of(asking(published("call-1", OPENS, CLOSES), references), 2);
    }

    /** A call after it was changed: it closes then, with what was granted by then. */
    public static CallPublished changed(
            CallPublished call, Instant closes, List<Extension> extensions, CallChange... changes) {
        return with(call, closes, extensions, call.references(), List.of(changes), call.referencesClose());
    }

    private static CallPublished with(
            CallPublished call,
            Instant closes,
            List<Extension> extensions,
            int references,
            List<CallChange> changes,
            Instant referencesClose) {
        return new CallPublished(
                call.callId(),
                call.programmeId(),
                call.providerId(),
                call.providerName(),
                call.providerNames(),
                call.kind(),
                call.title(),
                call.destination(),
                call.origins(),
                call.opens(),
                closes,
                call.zone(),
                call.graceMinutes(),
                extensions,
                call.intake(),
                call.documents(),
                references,
                call.rankAtMost(),
                call.eligibility(),
                call.places(),
                call.rubric(),
                call.names(),
                call.answerBy(),
                call.documentNotes(),
                changes,
                call.team(),
                referencesClose,
                call.nominationsAtMost(),
                call.selection());
    }

    /** {@link #open()} after it was changed. */
    public static Call openChanged(Instant closes, List<Extension> extensions, CallChange... changes) {
        return Call.of(changed(published("call-1", OPENS, CLOSES), closes, extensions, changes), 3);
    }
}
