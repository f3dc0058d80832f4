package org.yol.programs.call;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.access.Caller;
import org.yol.programs.counts.ApplicationCounts;
import org.yol.programs.counts.Movement;
import org.yol.programs.counts.Tally;
import org.yol.programs.host.Host;
import org.yol.programs.host.Hosts;
import org.yol.programs.programme.ProgrammeAccess;
import org.yol.programs.web.BriefCaching;

/**
 * Tells how an exchange stands: to the last person to those who work with it, and to everybody so that nobody shows.
 */
@RestController
@Tag(name = "Calls")
class BalanceController {

    private final Calls calls;
    private final Hosts hosts;
    private final ApplicationCounts counts;

    BalanceController(Calls calls, Hosts hosts, ApplicationCounts counts) {
        this.calls = calls;
        this.hosts = hosts;
        this.counts = counts;
    }

    @GetMapping("/api/calls/{id}/balance")
    @PreAuthorize("permitAll()")
    @Operation(
            summary =
                    "Of an exchange, for every two universities that have agreed on it: how many may go each way, were "
                            + "offered a place and have accepted it; multiples of five for the public")
    ResponseEntity<BalanceView> balance(@PathVariable String id, Caller caller) {
        Call call = calls.visible(id, caller);
        Terms terms = call.terms();
        boolean exact = ProgrammeAccess.maySeeDrafts(call.providerId(), caller);
        Map<Movement, Tally> movements = exact ? counts.movements(id) : counts.roundedMovements(id);
        Map<String, Host> known = hosts.find(
                terms.places().stream().map(place -> place.host().id()).collect(Collectors.toSet()));
        Map<String, String> countries = known.values().stream().collect(Collectors.toMap(Host::id, Host::country));
        ExchangeBalance balance = new ExchangeBalance(terms, countries, movements);
        return BriefCaching.ok(caller).body(BalanceView.of(exact, terms, balance.pairs(), known));
    }
}
