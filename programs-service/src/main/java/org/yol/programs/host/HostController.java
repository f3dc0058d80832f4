package org.yol.programs.host;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.access.Caller;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.Representation;
import org.yol.programs.web.BriefCaching;

@RestController
@RequestMapping("/api/hosts")
@Tag(name = "Hosts")
class HostController {

    private final Hosts hosts;
    private final HostWriting writing;

    HostController(Hosts hosts, HostWriting writing) {
        this.hosts = hosts;
        this.writing = writing;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    @Operation(summary = "Hosts by name")
    ResponseEntity<Page<HostView>> list(
            @RequestParam(required = false) @Size(max = 200) String text, PageRequest page, Caller caller) {
        return BriefCaching.ok(caller).body(hosts.page(text, page).map(HostView::of));
    }

    @GetMapping("/candidates")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Hosts that may be meant by a name, in whatever spelling, the likest first: `same-name` "
                    + "or `similar-name`, in any country")
    Page<Candidate> candidates(
            @RequestParam @NotBlank @Size(max = 200) String name, @RequestParam(required = false) String country) {
        return new Page<>(writing.candidates(name, country), null);
    }

    @GetMapping("/{id}")
    @PreAuthorize("permitAll()")
    @Operation(summary = "One host with its names in several languages")
    ResponseEntity<HostView> get(@PathVariable String id, Caller caller) {
        Host host = hosts.get(id);
        return BriefCaching.ok(caller).eTag("\"" + host.version() + "\"").body(HostView.of(host));
    }

    @GetMapping("/{id}/revisions")
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR')")
    @Operation(summary = "Who has written a host and what it said from then on, the latest first; the last 50")
    List<Revision> revisions(@PathVariable String id) {
        return hosts.get(id).revisions().reversed();
    }

    @PostMapping
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Add a host. Where it may be one that is there, the answer is 409 and names the `candidates`: "
                    + "take one of them, or send it again with their ids in `distinctFrom`")
    @ApiResponse(
            responseCode = "409",
            description = "`host-may-be-there`: `candidates` names hosts with the same domain, the same name or one "
                    + "like it, each as in `GET /api/hosts/candidates`",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    ResponseEntity<HostView> add(@Valid @RequestBody HostRequest request, Caller caller, IdempotencyKey key) {
        Host host = writing.add(request, caller, key.with(request));
        return Representation.created(URI.create("/api/hosts/" + host.id()), host, HostView.of(host));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary =
                    "Replace what a host says; any coordinator may, and `revisions` tells who did. A new name or domain "
                            + "that may be another host's is answered as with POST")
    ResponseEntity<HostView> edit(
            @PathVariable String id, @Valid @RequestBody HostRequest request, Caller caller, ExpectedVersion seen) {
        Host host = writing.edit(id, request, caller, seen);
        return Representation.of(host, HostView.of(host));
    }
}
