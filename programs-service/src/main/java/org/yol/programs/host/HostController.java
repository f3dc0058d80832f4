package org.yol.programs.host;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.yol.platform.access.Caller;
import org.yol.platform.document.AlreadyExists;
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

    HostController(Hosts hosts) {
        this.hosts = hosts;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    @Operation(summary = "Hosts by name")
    ResponseEntity<Page<HostView>> list(
            @RequestParam(required = false) @Size(max = 200) String text, PageRequest page, Caller caller) {
        return BriefCaching.ok(caller).body(hosts.page(text, page).map(HostView::of));
    }

    @PostMapping
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(summary = "Add a host; 200 with the one that is there when the name is known")
    ResponseEntity<HostView> add(@Valid @RequestBody HostRequest request, IdempotencyKey key) {
        try {
            Host host = hosts.add(request.host(), key.with(request));
            return Representation.created(address(host), host, HostView.of(host));
        } catch (AlreadyExists known) {
            Host host = known.existing(Host.class);
            return Representation.of(host, HostView.of(host));
        }
    }

    private static URI address(Host host) {
        return UriComponentsBuilder.fromPath("/api/hosts")
                .queryParam("text", "{name}")
                .build(host.name());
    }
}
