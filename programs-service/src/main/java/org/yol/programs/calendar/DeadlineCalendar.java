package org.yol.programs.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.yol.contracts.Deadline;

/**
 * The deadline of a call as a calendar of one event. Whoever subscribes to it sees it move: it keeps its UID, and its
 * sequence rises with the version of the call.
 */
final class DeadlineCalendar {

    /** As soon as a calendar should look again whether the deadline has moved. */
    private static final Duration REFRESH = Duration.builder().hours(6).build();

    private DeadlineCalendar() {}

    /**
     * The calendar as text.
     *
     * @param uid the same for ever
     * @param version of the call
     * @param deadline that holds for the reader; the event is the last minute of it
     * @param summary one line
     * @param description may have several lines
     */
    static String of(String uid, long version, Deadline deadline, String summary, String description, URI page) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Yol//Deadlines//EN");
        calendar.setName(summary);
        calendar.setRefreshInterval(REFRESH);
        VEvent event = new VEvent();
        event.setUid(uid);
        event.setSequence((int) version);
        Instant minute = deadline.stated().truncatedTo(ChronoUnit.MINUTES);
        event.setDateStart(Date.from(minute), true);
        event.setDateEnd(Date.from(minute.plus(1, ChronoUnit.MINUTES)), true);
        event.setSummary(summary);
        event.setDescription(description);
        event.setUrl(page.toString());
        event.addAlarm(before(Duration.builder().prior(true).days(3).build(), summary));
        event.addAlarm(before(Duration.builder().prior(true).days(1).build(), summary));
        event.addAlarm(before(Duration.builder().prior(true).hours(3).build(), summary));
        calendar.addEvent(event);
        return Biweekly.write(calendar).go();
    }

    private static VAlarm before(Duration time, String words) {
        return VAlarm.display(new Trigger(time, Related.START), words);
    }
}
