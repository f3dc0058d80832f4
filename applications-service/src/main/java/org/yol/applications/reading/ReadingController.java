package org.yol.applications.reading;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Application;
import org.yol.applications.application.ApplicationSummary;
import org.yol.applications.application.ApplicationView;
import org.yol.applications.application.Applications;
import org.yol.applications.application.StudentApplication;
import org.yol.applications.application.Visibility;
import org.yol.applications.audit.AuditTrail;
import org.yol.applications.person.Aliases;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.web.Representation;

/** What everybody may read of applications. */
@RestController
@RequestMapping("/api/applications")
class ReadingController {

    private final Applications applications;
    private final ApplicationLists lists;
    private final ApplicationRows rows;
    private final ApplicationViews views;
    private final WorkLeft work;
    private final AuditTrail trail;
    private final Aliases aliases;

    ReadingController(
            Applications applications,
            ApplicationLists lists,
            ApplicationRows rows,
            ApplicationViews views,
            WorkLeft work,
            AuditTrail trail,
            Aliases aliases) {
        this.applications = applications;
        this.lists = lists;
        this.rows = rows;
        this.views = views;
        this.work = work;
        this.trail = trail;
        this.aliases = aliases;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "The applications the caller may see",
            description = "A page may be short, or empty, though `next` says that others follow. To those who review"
                    + " blind `id` is an alias, by which whatever is the application's is asked for.")
    Page<ListedApplication> list(@Valid @ParameterObject ApplicationListing listing, PageRequest page, Caller caller) {
        // Something in it may be hidden from somebody who reviews.
        boolean hidden = caller.is(Role.REVIEWER);
        PageRequest asked = hidden ? aliases.opened(page) : page;
        Page<ApplicationSummary> found = lists.page(listing, listing.roles(caller), caller, asked);
        Page<ListedApplication> shown = new Page<>(rows.of(found.items(), caller), found.next());
        return hidden ? aliases.hiding(shown) : shown;
    }

    @GetMapping(path = "/counts", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAnyRole('REVIEWER', 'COORDINATOR', 'AUTHORITY', 'AUDITOR')")
    @Operation(
            summary = "How many applications to each programme are in each state, of those the caller may see",
            description = "Their own are not among them. The programmes with most applications come first.")
    List<ProgrammeCounts> counts(Caller caller) {
        return lists.counts(ApplicationListing.STAFF, caller);
    }

    @GetMapping(path = "/counts/listing", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR')")
    @Operation(
            summary = "How many applications to a call a listing has, and how many there are of each kind",
            description = "Sort and order do not matter here.")
    ListingCounts listingCounts(@Valid @ParameterObject ApplicationListing listing, Caller caller) {
        return lists.counts(listing, caller);
    }

    @GetMapping(path = "/counts/todo", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(summary = "What is still to be done with the applications to the calls of the caller's organisation")
    List<CallWork> todo(Caller caller) {
        return work.of(caller);
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "One application, as the caller may see it")
    @ApiResponse(
            responseCode = "200",
            description = "For its student, a reviewer, a coordinator or auditor, or an authority",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema =
                                    @Schema(
                                            oneOf = {
                                                StudentApplication.class,
                                                ReviewerApplication.class,
                                                CoordinatorApplication.class,
                                                AuthorityApplication.class
                                            })))
    ResponseEntity<ApplicationView> get(@PathVariable String id, Caller caller) {
        Application application = applications.get(id, caller);
        if (!application.student().id().equals(caller.id())) {
            trail.enter(caller.act("read", Visibility.role(caller, application), application.id(), Map.of()));
        }
        return Representation.of(application, views.view(application, caller));
    }
}
