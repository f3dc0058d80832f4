package org.yol.applications.reading;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Application;
import org.yol.applications.application.ApplicationSummary;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Visibility;
import org.yol.applications.audit.AuditTrail;
import org.yol.applications.bundle.Bundles;
import org.yol.applications.nomination.Nominations;
import org.yol.applications.nomination.Standing;
import org.yol.applications.person.Aliases;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** Applications to read on paper. */
@RestController
class BundleController {

    private static final String TOTAL = "X-Total-Count";
    private static final String ZIP = "application/zip";

    /** So many are known ahead: they are made one by one, and that takes its time. */
    private static final int AHEAD = 50;

    private static final Set<Role> READERS = EnumSet.of(Role.REVIEWER, Role.COORDINATOR, Role.AUTHORITY, Role.AUDITOR);

    /** Those who may know what referees write. */
    private static final Set<Role> JUDGES = EnumSet.of(Role.REVIEWER, Role.COORDINATOR, Role.AUDITOR);

    private final Applications applications;
    private final ApplicationLists lists;
    private final Bundles bundles;
    private final Nominations nominations;
    private final AuditTrail trail;
    private final Aliases aliases;

    BundleController(
            Applications applications,
            ApplicationLists lists,
            Bundles bundles,
            Nominations nominations,
            AuditTrail trail,
            Aliases aliases) {
        this.applications = applications;
        this.lists = lists;
        this.bundles = bundles;
        this.nominations = nominations;
        this.trail = trail;
        this.aliases = aliases;
    }

    @GetMapping(path = "/api/applications/{id}/bundle", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAnyRole('REVIEWER', 'COORDINATOR', 'AUTHORITY', 'AUDITOR')")
    @Operation(
            summary = "An application as one PDF, in the reader's language",
            description = "Cover sheet, form, and the documents in the order of the call, each page with its number.")
    void one(@PathVariable String id, Caller caller, Locale locale, HttpServletResponse response) throws IOException {
        Application application = applications.get(id, caller);
        if (!Visibility.allows(caller, READERS, application)) {
            throw new Refused(Problem.NOT_FOUND);
        }
        trail.enter(caller.act(
                "exported", Visibility.role(caller, application), application.id(), Map.of("format", "pdf")));
        bundles.write(application, judges(caller, application), standing(caller, application), locale, () -> {
            begin(response, MediaType.APPLICATION_PDF_VALUE, "application-" + application.receiptId() + ".pdf");
            return response.getOutputStream();
        });
        response.flushBuffer();
    }

    @GetMapping(path = "/api/applications", produces = ZIP)
    @PreAuthorize("hasAnyRole('REVIEWER', 'COORDINATOR', 'AUTHORITY', 'AUDITOR')")
    @Operation(
            summary = "The applications to one call that the caller may see, one PDF each in a ZIP file",
            description = "In the order of the list. Begins to flow at once, with X-Total-Count where that is known."
                    + " A reviewer is answered in the order of time only.")
    void all(
            @Valid @ParameterObject ApplicationListing listing,
            Caller caller,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        if (!listing.isOfOneCall()) {
            throw Refused.because(List.of(FieldError.of("/callId", "bundle.of-one-call")));
        }
        Role role = READERS.stream().filter(caller::is).findFirst().orElseThrow();
        trail.enter(caller.act("exported", role, listing.callId(), Map.of("format", "zip")));
        try (ApplicationSource source = lists.all(listing, READERS, caller)) {
            List<ApplicationSummary> some = source.next(AHEAD);
            OptionalLong total = some.isEmpty() ? OptionalLong.of(0) : lists.count(listing, caller);
            total.ifPresent(number -> response.setHeader(TOTAL, Long.toString(number)));
            begin(response, ZIP, "applications.zip");
            ZipOutputStream zip = new ZipOutputStream(response.getOutputStream());
            // PDF is compressed in itself.
            zip.setLevel(Deflater.NO_COMPRESSION);
            int number = 0;
            for (; !some.isEmpty(); some = source.next(AHEAD)) {
                for (ApplicationSummary each : some) {
                    number++;
                    Application application =
                            applications.find(aliases.of(each.id()), caller).orElse(null);
                    // Much may have happened since the list was begun.
                    if (application != null && Visibility.allows(caller, READERS, application)) {
                        add(zip, number, application, caller, locale);
                    }
                }
            }
            // Not in the end of a try: what breaks off must not look whole.
            zip.finish();
            response.flushBuffer();
        }
    }

    private void add(ZipOutputStream zip, int number, Application application, Caller caller, Locale locale)
            throws IOException {
        bundles.write(application, judges(caller, application), standing(caller, application), locale, () -> {
            zip.putNextEntry(new ZipEntry("%04d-%s.pdf".formatted(number, application.receiptId())));
            return new FilterOutputStream(zip) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                }

                /** The others are still to come. */
                @Override
                public void close() throws IOException {
                    flush();
                }
            };
        });
        zip.closeEntry();
        zip.flush();
    }

    private Standing standing(Caller caller, Application application) {
        return Visibility.allows(caller, ApplicationListing.RANK_KNOWING, application)
                ? nominations.standing(application).orElse(null)
                : null;
    }

    private static boolean judges(Caller caller, Application application) {
        return Visibility.allows(caller, JUDGES, application);
    }

    private static void begin(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
