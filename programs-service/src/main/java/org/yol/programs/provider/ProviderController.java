package org.yol.programs.provider;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.Representation;
import org.yol.programs.web.BriefCaching;

@RestController
@RequestMapping("/api/providers")
@Tag(name = "Providers")
class ProviderController {

    private final Providers providers;
    private final ApplicationEventPublisher changes;

    ProviderController(Providers providers, ApplicationEventPublisher changes) {
        this.providers = providers;
        this.changes = changes;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    @Operation(summary = "Providers by name; with `mine=true` those that a coordinator writes for")
    ResponseEntity<Page<ProviderView>> list(
            @RequestParam(defaultValue = "false") boolean mine, PageRequest page, Caller caller) {
        Page<Provider> found = mine ? providers.page(caller.organizations(), page) : providers.page(page);
        return BriefCaching.ok(caller).body(found.map(ProviderView::of));
    }

    @GetMapping("/{id}")
    @PreAuthorize("permitAll()")
    @Operation(summary = "One provider: its names, how to reach it, and who writes in its name")
    ResponseEntity<ProviderView> get(@PathVariable String id, Caller caller) {
        Provider provider = providers.get(id);
        return BriefCaching.ok(caller).eTag("\"" + provider.version() + "\"").body(ProviderView.of(provider));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Say who one's own organization is; the first time with `If-Match: \"0\"`. Those it names in "
                    + "`representedBy` write programmes in its name too, and do not write this")
    ResponseEntity<ProviderView> put(
            @PathVariable String id, @Valid @RequestBody ProviderRequest request, Caller caller, ExpectedVersion seen) {
        if (!caller.is(Role.COORDINATOR) || !id.equals(caller.organization())) {
            throw new Refused(Problem.FORBIDDEN);
        }
        Provider provider = providers.put(request.provider(id), seen);
        changes.publishEvent(new ProviderChanged(id));
        return Representation.of(provider, ProviderView.of(provider));
    }
}
