package org.yol.applications.file;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.person.Residence;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;

/**
 * Clears away what nobody needs: files that no form and nothing handed in names, the files of withdrawn drafts, and
 * what is left of uploads that came to nothing. Each is looked at when that may have become so, and not again: nothing
 * searches through all files.
 */
@Component
class Clearing {

    /** Time for what is said now to be written: a look before that would find the file still named. */
    private static final Duration SOON = Duration.ofMinutes(5);

    /** Little at a time: a day after a deadline there are many, and none is urgent. */
    private static final int AT_ONCE = 2;

    private final Applications applications;
    private final List<FileNames> others;
    private final Files files;
    private final FileProperties properties;
    private final Clock clock;
    private final Counter cleared;
    private final Counter uploads;

    Clearing(
            Applications applications,
            List<FileNames> others,
            Files files,
            FileProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.applications = applications;
        this.others = others;
        this.files = files;
        this.properties = properties;
        this.clock = clock;
        this.cleared = counter(meters, "file");
        this.uploads = counter(meters, "upload");
        files.stores()
                .all()
                .forEach(store -> store.work(
                        plan(StoredFile.LOOK),
                        (file, claim) -> look(store, file, claim),
                        plan(Upload.CLEARING),
                        plan(Arrival.FORGETTING),
                        uploads::increment));
        applications.discarding(this::plan, (application, _) -> discard(application));
    }

    private static Counter counter(MeterRegistry meters, String what) {
        return Counter.builder("yol.files.cleared")
                .description("Files that nothing named any more, and uploads that came to nothing")
                .tag("what", what)
                .register(meters);
    }

    private WorkPlan plan(String name) {
        return new WorkPlan(
                name,
                Duration.ofMinutes(1),
                AT_ONCE,
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                Integer.MAX_VALUE,
                properties.sweep());
    }

    private Outcome look(FileStore store, StoredFile file, Claim claim) {
        String owner = FileStore.ownerOf(file);
        if (applications.nameFile(owner, Residence.restOf(owner), file.sha256())
                || others.stream().anyMatch(each -> each.name(owner, file.sha256()))) {
            return Outcome.DONE;
        }
        // Whoever brings the same bytes from here on takes the claim away, and the file stays.
        if (store.remove(file, claim, clock.instant().plus(properties.keepUnnamed()))) {
            cleared.increment();
        }
        return Outcome.WRITTEN;
    }

    private Outcome discard(Application application) {
        if (!application.isDiscarded()) {
            return Outcome.DONE;
        }
        Instant over = application.updatedAt().plus(properties.keepUnnamed());
        Instant now = clock.instant();
        if (now.isBefore(over)) {
            return Outcome.again(over);
        }
        application
                .form()
                .documents()
                .forEach(document -> files.release(application.student(), document.sha256(), now.plus(SOON)));
        applications.discardFiles(application.id());
        return Outcome.DONE;
    }
}
