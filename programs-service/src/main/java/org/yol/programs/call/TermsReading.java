package org.yol.programs.call;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yol.contracts.EligibilityRule;
import org.yol.contracts.Extension;
import org.yol.contracts.IntakeMode;
import org.yol.eligibility.RuleReading;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;
import org.yol.programs.call.CallRequest.LettersRequest;
import org.yol.programs.call.Particulars.Category;
import org.yol.programs.call.Particulars.DocumentNote;
import org.yol.programs.call.Particulars.Excludes;
import org.yol.programs.call.Particulars.Letters;
import org.yol.programs.call.Place.PlaceHost;
import org.yol.programs.host.Host;

/** Understands the terms a coordinator states, and names everything that makes no sense at once. */
final class TermsReading {

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private final CallRequest call;
    private final Map<String, Host> hosts;
    private final Set<String> programmes;
    private final List<FieldError> errors = new ArrayList<>();

    private TermsReading(CallRequest call, Map<String, Host> hosts, Set<String> programmes) {
        this.call = call;
        this.hosts = hosts;
        this.programmes = programmes;
    }

    /**
     * The terms that are meant.
     *
     * @param hosts those of the stated ids that exist, by id
     * @param programmes those of the stated ids that may be excluded
     * @throws Refused field-errors
     */
    static Terms read(CallRequest call, Map<String, Host> hosts, Set<String> programmes) {
        var reading = new TermsReading(call, hosts, programmes);
        Terms terms = reading.terms();
        if (!reading.errors.isEmpty()) {
            throw Refused.because(reading.errors);
        }
        return terms;
    }

    /**
     * A moment in the zone of a call.
     *
     * @throws Refused field-errors when the text does not say which
     */
    static Instant moment(String pointer, String text, ZoneId zone) {
        List<FieldError> errors = new ArrayList<>();
        Instant time = time(pointer, text, zone, errors);
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
        return time;
    }

    private Terms terms() {
        ZoneId zone = zone();
        return new Terms(
                timeOf("opens", call.opens(), zone),
                timeOf("closes", call.closes(), zone),
                zone == null ? null : zone.getId(),
                Objects.requireNonNullElse(call.graceMinutes(), 0),
                extensions(zone),
                Objects.requireNonNullElse(call.intake(), IntakeMode.OPEN),
                call.documents() == null
                        ? List.of()
                        : call.documents().stream().distinct().toList(),
                Objects.requireNonNullElse(call.references(), 0),
                Objects.requireNonNullElse(call.rankAtMost(), 1),
                eligibility(),
                Objects.requireNonNullElse(call.caps(), Map.of()),
                places(),
                rubric(),
                new Particulars(
                        call.stages(),
                        call.categories(),
                        call.names(),
                        letters(zone),
                        call.paperPack(),
                        call.exams(),
                        call.team(),
                        call.agreement(),
                        timeOf("answerBy", call.answerBy(), zone),
                        call.resultsOn(),
                        documentNotes(),
                        timeOf("referencesClose", call.referencesClose(), zone),
                        call.nominationsAtMost(),
                        call.reviewing(),
                        excludes()));
    }

    private Excludes excludes() {
        List<String> stated = call.statedExclusions();
        for (int index = 0; index < stated.size(); index++) {
            if (!programmes.contains(stated.get(index))) {
                error("/excludes/programmes/" + index, "call.excludes.programme");
            }
        }
        return call.excludes();
    }

    private ZoneId zone() {
        if (!isZoneStated()) {
            return null;
        }
        if (!ZONES.contains(call.zone())) {
            error("/zone", "call.zone");
            return null;
        }
        return ZoneId.of(call.zone());
    }

    private boolean isZoneStated() {
        return call.zone() != null && !call.zone().isBlank();
    }

    private Instant timeOf(String field, String text, ZoneId zone) {
        // Where the zone has to be stated anew, one error is enough: the times may be right.
        return text == null || text.isBlank() || (zone == null && isZoneStated())
                ? null
                : time("/" + field, text, zone, errors);
    }

    private static Instant time(String pointer, String text, ZoneId zone, List<FieldError> errors) {
        try {
            return StatedTime.instant(text, zone);
        } catch (StatedTime.Unclear unclear) {
            errors.add(FieldError.of(pointer, unclear.getMessage(), unclear.arguments()));
        } catch (DateTimeException unreadable) {
            errors.add(FieldError.of(pointer, "call.time"));
        }
        return null;
    }

    private List<Extension> extensions(ZoneId zone) {
        List<Extension> extensions = new ArrayList<>();
        List<ExtensionRequest> stated = Objects.requireNonNullElse(call.extensions(), List.of());
        for (int index = 0; index < stated.size(); index++) {
            ExtensionRequest extension = stated.get(index);
            Instant closes = timeOf("extensions/" + index + "/closes", extension.closes(), zone);
            extensions.add(new Extension(
                    extension.statedCountries(), closes, extension.reason().strip(), null));
        }
        return extensions;
    }

    /** What says nothing is none. */
    private List<DocumentNote> documentNotes() {
        List<DocumentNote> stated = Objects.requireNonNullElse(call.documentNotes(), List.of());
        Set<String> documents = new HashSet<>();
        for (int index = 0; index < stated.size(); index++) {
            if (!documents.add(stated.get(index).document())) {
                error("/documentNotes/" + index + "/document", "call.note.twice");
            }
        }
        return stated.stream()
                .map(DocumentNote::tidied)
                .filter(note -> note.template() != null || !note.text().isEmpty())
                .toList();
    }

    private Letters letters(ZoneId zone) {
        LettersRequest stated = call.letters();
        return stated == null
                ? null
                : new Letters(
                        stated.universitiesAtMost(),
                        stated.lettersAtMost(),
                        stated.simultaneousContactsAtMost(),
                        timeOf("letters/requestBy", stated.requestBy(), zone));
    }

    private List<EligibilityRule> eligibility() {
        List<EligibilityRule> stated = Objects.requireNonNullElse(call.eligibility(), List.of());
        checkRules(stated, "/eligibility");
        List<Category> categories = Objects.requireNonNullElse(call.categories(), List.of());
        for (int index = 0; index < categories.size(); index++) {
            checkRules(categories.get(index).eligibility(), "/categories/" + index + "/eligibility");
        }
        return stated;
    }

    private void checkRules(List<EligibilityRule> stated, String pointer) {
        RuleReading.read(stated, pointer).faults().stream()
                .map(RuleFaults::error)
                .forEach(errors::add);
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int index = 0; index < call.statedPlaces().size(); index++) {
            var stated = call.statedPlaces().get(index);
            PlaceHost host = host(stated.hostId());
            if (host == null) {
                error("/places/" + index + "/hostId", "call.place.host");
                continue;
            }
            Place place = Place.at(host, stated.level(), stated.seats(), stated.group(), stated.reserves());
            if (!ids.add(place.id())) {
                error("/places/" + index + "/level", "call.place.twice", host.name());
            }
            places.add(place);
        }
        return places;
    }

    private PlaceHost host(String id) {
        if (id.equals(PlaceHost.ANY.id())) {
            return PlaceHost.ANY;
        }
        Host host = hosts.get(id);
        return host == null ? null : new PlaceHost(host.id(), host.name(), host.names());
    }

    private List<Criterion> rubric() {
        List<Criterion> rubric = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int index = 0; index < call.statedRubric().size(); index++) {
            var stated = call.statedRubric().get(index);
            if (!names.add(stated.criterion())) {
                error("/rubric/" + index + "/criterion", "call.criterion.twice");
            }
            rubric.add(new Criterion(stated.criterion(), stated.weight()));
        }
        return rubric.isEmpty() ? Terms.USUAL_RUBRIC : rubric;
    }

    private void error(String pointer, String message, Object... arguments) {
        errors.add(FieldError.of(pointer, message, arguments));
    }
}
