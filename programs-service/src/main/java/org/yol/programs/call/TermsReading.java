package org.yol.programs.call;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yol.contracts.IntakeMode;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;
import org.yol.programs.call.Place.PlaceHost;
import org.yol.programs.host.Host;

/** Understands the terms a coordinator states, and names everything that makes no sense at once. */
final class TermsReading {

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private final CallRequest call;
    private final Map<String, Host> hosts;
    private final List<FieldError> errors = new ArrayList<>();

    private TermsReading(CallRequest call, Map<String, Host> hosts) {
        this.call = call;
        this.hosts = hosts;
    }

    /**
     * The terms that are meant.
     *
     * @param hosts those of the stated ids that exist, by id
     * @throws Refused field-errors
     */
    static Terms read(CallRequest call, Map<String, Host> hosts) {
        var reading = new TermsReading(call, hosts);
        Terms terms = reading.terms();
        if (!reading.errors.isEmpty()) {
            throw Refused.because(reading.errors);
        }
        return terms;
    }

    private Terms terms() {
        ZoneId zone = zone();
        return new Terms(
                time("opens", call.opens(), zone),
                time("closes", call.closes(), zone),
                zone == null ? null : zone.getId(),
                Objects.requireNonNullElse(call.intake(), IntakeMode.OPEN),
                call.documents() == null
                        ? List.of()
                        : call.documents().stream().distinct().toList(),
                Objects.requireNonNullElse(call.references(), 0),
                Objects.requireNonNullElse(call.rankAtMost(), 1),
                Objects.requireNonNullElse(call.caps(), Map.of()),
                places(),
                rubric());
    }

    private ZoneId zone() {
        if (call.zone() == null || call.zone().isBlank()) {
            return null;
        }
        if (!ZONES.contains(call.zone())) {
            error("/zone", "call.zone");
            // One error is enough: the times may be right.
            return ZoneOffset.UTC;
        }
        return ZoneId.of(call.zone());
    }

    private Instant time(String field, String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return StatedTime.instant(text, zone);
        } catch (DateTimeException unreadable) {
            error("/" + field, "call.time");
            return null;
        }
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int index = 0; index < call.statedPlaces().size(); index++) {
            var stated = call.statedPlaces().get(index);
            Host host = hosts.get(stated.hostId());
            if (host == null) {
                error("/places/" + index + "/hostId", "call.place.host");
                continue;
            }
            Place place = Place.at(new PlaceHost(host.id(), host.name()), stated.level(), stated.seats());
            if (!ids.add(place.id())) {
                error("/places/" + index + "/level", "call.place.twice", host.name());
            }
            places.add(place);
        }
        return places;
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
