package org.yol.localrun.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.yol.localrun.sample.CallState.Dates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A programme with one call as it was offered once, to be offered again around another moment. */
record SampleDocument(ObjectNode content) {

    private static final int DATE_LENGTH = "2026-12-31".length();

    static SampleDocument of(SampleFile.Programme programme) {
        return new SampleDocument(SampleFile.document(programme.document()));
    }

    /** The organization that offers it. */
    String provider() {
        return content.at("/programme/providerId").asString();
    }

    /**
     * With its call in the state that is wanted at a moment. What else has a date moves by as many days as the
     * deadline, by the same clock.
     */
    SampleDocument around(Instant moment, SampleFile.Programme programme) {
        ObjectNode moved = content.deepCopy();
        ObjectNode call = call(moved);
        Dates dates = programme.demo().around(moment, ZoneId.of(call.get("zone").asString()), programme);
        if (call.has("closes")) {
            LocalDate before = date(call.get("closes").asString());
            moveBy(ChronoUnit.DAYS.between(before, dates.closes().toLocalDate()), moved);
        }
        call.put("opens", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(dates.opens()));
        call.put("closes", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(dates.closes()));
        return new SampleDocument(moved);
    }

    private static void moveBy(long days, ObjectNode document) {
        document.at("/programme/sessions").forEach(session -> {
            move(session, "starts", days);
            move(session, "ends", days);
        });
        ObjectNode call = call(document);
        call.path("extensions").forEach(extension -> move(extension, "closes", days));
        move(call.path("letters"), "requestBy", days);
        move(call.path("exams"), "date", days);
    }

    /** A date, or a time of which only the date moves. */
    private static void move(JsonNode thing, String field, long days) {
        if (thing.has(field)) {
            String dated = thing.get(field).asString();
            ((ObjectNode) thing).put(field, date(dated).plusDays(days) + dated.substring(DATE_LENGTH));
        }
    }

    private static LocalDate date(String dated) {
        return LocalDate.parse(dated.substring(0, DATE_LENGTH));
    }

    /** With the hosts under the ids that they have here. */
    SampleDocument at(Map<String, String> hostIds) {
        ObjectNode placed = content.deepCopy();
        for (JsonNode place : call(placed).path("places")) {
            String stated = place.get("hostId").asString();
            ((ObjectNode) place).put("hostId", hostIds.getOrDefault(stated, stated));
        }
        return new SampleDocument(placed);
    }

    private static ObjectNode call(ObjectNode document) {
        return (ObjectNode) document.at("/calls/0");
    }
}
