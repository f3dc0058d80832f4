package org.yol.programs.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.DateStart;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.yol.contracts.Deadline;

/**
 * The dates of a call as a calendar: its deadline, and what follows where the call says when. Whoever subscribes to it
 * sees them move: events keep their UIDs, and their sequence rises with the version of the call.
 */
final class DeadlineCalendar {

    /** As soon as a calendar should look again whether a date has moved. */
    private static final Duration REFRESH = Duration.builder().hours(6).build();

    private final ICalendar calendar = new ICalendar();
    private final String uid;
    private final long version;
    private final URI page;

    /**
     * One without an event yet.
     *
     * @param uid the same for ever
     * @param version of the call
     */
    DeadlineCalendar(String uid, long version, URI page) {
        this.uid = uid;
        this.version = version;
        this.page = page;
        calendar.setProductId("-//Yol//Deadlines//EN");
        calendar.setRefreshInterval(REFRESH);
    }

    /**
     * With the deadline.
     *
     * @param deadline that holds for the reader; the event is the last minute of it
     * @param summary one line; the calendar is called so
     * @param description may have several lines
     */
    DeadlineCalendar closing(Deadline deadline, String summary, String description) {
        calendar.setName(summary);
        VEvent event = minute(uid, deadline.stated(), summary);
        event.setDescription(description);
        event.addAlarm(before(Duration.builder().prior(true).days(3).build(), summary));
        event.addAlarm(before(Duration.builder().prior(true).days(1).build(), summary));
        event.addAlarm(before(Duration.builder().prior(true).hours(3).build(), summary));
        return this;
    }

    /** With the whole day on which decisions are expected. */
    DeadlineCalendar results(LocalDate day, String summary) {
        DateTimeComponents date = new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        event("results-" + uid, summary).setDateStart(new DateStart(new ICalDate(date, false)));
        return this;
    }

    /** With the last minute in which an offer is to be answered. */
    DeadlineCalendar answers(Instant last, String summary) {
        minute("answers-" + uid, last, summary);
        return this;
    }

    /** As text. */
    String text() {
        return Biweekly.write(calendar).go();
    }

    private VEvent minute(String id, Instant instant, String summary) {
        VEvent event = event(id, summary);
        Instant minute = instant.truncatedTo(ChronoUnit.MINUTES);
        event.setDateStart(Date.from(minute), true);
        event.setDateEnd(Date.from(minute.plus(1, ChronoUnit.MINUTES)), true);
        return event;
    }

    private VEvent event(String id, String summary) {
        VEvent event = new VEvent();
        event.setUid(id);
        event.setSequence((int) version);
        event.setSummary(summary);
        event.setUrl(page.toString());
        calendar.addEvent(event);
        return event;
    }

    private static VAlarm before(Duration time, String words) {
        return VAlarm.display(new Trigger(time, Related.START), words);
    }
}
