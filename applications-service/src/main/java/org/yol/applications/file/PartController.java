package org.yol.applications.file;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.application.AttachedDocument;
import org.yol.applications.application.Student;
import org.yol.applications.call.Calls;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * A file in parts, named by its digest: a line that breaks costs a part, and nothing of it touches the application,
 * which can be saved meanwhile. When all of it is there and was looked at, the application is told its digest.
 */
@RestController
@RequestMapping("/api/applications/{id}/documents/{kind}/parts/{sha256}")
class PartController {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final Applications applications;
    private final Arrivals arrivals;
    private final UploadSlots slots;
    private final FileProperties properties;
    private final Calls calls;
    private final Clock clock;

    PartController(
            Applications applications,
            Arrivals arrivals,
            UploadSlots slots,
            FileProperties properties,
            Calls calls,
            Clock clock) {
        this.applications = applications;
        this.arrivals = arrivals;
        this.slots = slots;
        this.properties = properties;
        this.calls = calls;
        this.clock = clock;
    }

    /** @param received how many bytes are there: the next part begins behind them */
    record Progress(long received) {

        static Progress of(Arrival arrival) {
            return new Progress(arrival.received());
        }
    }

    /**
     * The file as it is kept.
     *
     * @param sha256 of its bytes: another one where something was taken out of it
     */
    record WholeFile(String sha256, String type, long size, boolean locationRemoved) {}

    @GetMapping
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "How much of a file has come: from there it goes on")
    Progress received(@PathVariable String id, @PathVariable String kind, @PathVariable String sha256, Caller caller) {
        return arrivals.find(student(id, kind, caller), digest(sha256))
                .map(Progress::of)
                .orElse(new Progress(0));
    }

    /** What is not the next part is not read, and answered alike: with where to go on. */
    @PutMapping
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Sends the next part of a file, 1 MB at most")
    Progress add(
            @PathVariable String id,
            @PathVariable String kind,
            @PathVariable String sha256,
            @RequestParam long size,
            @RequestParam long from,
            @Parameter(hidden = true) HttpServletRequest request,
            Caller caller) {
        Student student = student(id, kind, caller);
        Instant end = clock.instant().plus(properties.uploadWithin());
        try (UploadSlots.Slot _ = slots.take(caller.id());
                InputStream bytes = new BytesInTime(request.getInputStream(), end, clock)) {
            return Progress.of(arrivals.add(student, digest(sha256), kind, size, from, bytes));
        } catch (SocketTimeoutException silence) {
            throw new Refused(Problem.REQUEST_TIMEOUT);
        } catch (IOException brokenOff) {
            throw new Refused(Problem.INVALID_REQUEST);
        }
    }

    @PutMapping("/whole")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Has a file looked at of which all parts have come; said again, the answer is the same")
    WholeFile whole(@PathVariable String id, @PathVariable String kind, @PathVariable String sha256, Caller caller)
            throws IOException {
        StoredFile file = arrivals.whole(student(id, kind, caller), digest(sha256), kind);
        return new WholeFile(file.sha256(), file.type(), file.size(), file.locationRemoved());
    }

    /** Whose application it is, when it may be edited and asks for such a document. */
    private Student student(String id, String kind, Caller caller) {
        Application application = applications.get(id, caller, Role.STUDENT);
        AttachedDocument announced = new AttachedDocument(kind, "", "", "", 0, clock.instant());
        DocumentController.attach(application, announced, calls.lookup());
        return application.student();
    }

    private static String digest(String stated) {
        if (!SHA_256.matcher(stated).matches()) {
            throw new Refused(Problem.NOT_FOUND);
        }
        return stated;
    }
}
