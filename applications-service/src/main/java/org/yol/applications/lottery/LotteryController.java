package org.yol.applications.lottery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.Change;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.Representation;

/** The lottery of a call: anybody reads how it stands, and the authorities of its countries put in their parts. */
@RestController
@RequestMapping("/api/selections/lotteries/{callId}")
@Tag(name = "Lottery")
class LotteryController {

    private static final CacheControl MOMENT =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();
    private static final CacheControl HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final String HEX = "[0-9a-f]{64}";

    private final Lotteries lotteries;
    private final Calls calls;
    private final Clock clock;

    LotteryController(Lotteries lotteries, Calls calls, Clock clock) {
        this.lotteries = lotteries;
        this.calls = calls;
        this.clock = clock;
    }

    /** @param commitment SHA-256 of 32 random bytes, lower-case hex */
    record ContributionRequest(
            @NotNull @Pattern(regexp = HEX, message = "{lottery.hex}")
            String commitment) {}

    /** @param part the 32 bytes, lower-case hex */
    record OpeningRequest(
            @NotNull @Pattern(regexp = HEX, message = "{lottery.hex}")
            String part) {}

    @GetMapping
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "How the lottery of a call stands: its parts, who takes part, and the seed once it is drawn",
            description = "With the numbers of the entries of the public log that say so. A part is shown once it is"
                    + " opened.")
    ResponseEntity<LotteryView> get(@PathVariable String callId) {
        Call call = calls.recent(callId).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        Lottery lottery = lotteries.find(callId).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        return ResponseEntity.ok().cacheControl(MOMENT).body(LotteryView.of(lotteries.order(lottery), call));
    }

    @GetMapping(path = "/entrants", produces = MediaType.TEXT_PLAIN_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "Who takes part in the lottery of a call: their numbers, sorted and joined by line feeds",
            description = "Once the public log has the SHA-256 of it; it never changes. Nobody can be recognised: a"
                    + " number is that of a receipt and its salt, which only the student has.")
    ResponseEntity<String> entrants(@PathVariable String callId) {
        calls.recent(callId).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        return ResponseEntity.ok()
                .cacheControl(HOUR)
                .contentType(TEXT)
                .body(lotteries.published(callId).orElseThrow(() -> new Refused(Problem.NOT_FOUND)));
    }

    @PutMapping("/contribution")
    @PreAuthorize("hasRole('AUTHORITY')")
    @Operation(
            summary = "Binds the caller's authority to a part of the seed by its hash",
            description =
                    "Once, until a minute before the call opens, by an authority of a country that the call is for"
                            + " or leads to; the same again answers the same. Refused with lottery-contribution-late and"
                            + " lottery-contribution-made.")
    ResponseEntity<LotteryView> contribute(
            @PathVariable String callId, @RequestBody @Valid ContributionRequest request, Caller caller) {
        Call call = takingPart(callId, caller);
        return answer(
                call,
                lottery -> lottery.contribute(caller.country(), request.commitment(), call, clock.instant())
                        .recording(caller.act(
                                "lottery-bound",
                                Role.AUTHORITY,
                                callId,
                                Map.of("country", caller.country(), "commitment", request.commitment()))));
    }

    @PutMapping("/opening")
    @PreAuthorize("hasRole('AUTHORITY')")
    @Operation(
            summary = "Opens the part of the caller's authority",
            description = "Once the public log says who takes part, until an instant that the lottery states; the same"
                    + " again answers the same. Refused with lottery-no-contribution, lottery-opening-early and"
                    + " lottery-opening-late; with field-errors when its hash is another.")
    ResponseEntity<LotteryView> open(
            @PathVariable String callId, @RequestBody @Valid OpeningRequest request, Caller caller) {
        Call call = takingPart(callId, caller);
        return answer(
                call,
                lottery -> lottery.open(caller.country(), request.part(), call, clock.instant())
                        .recording(caller.act(
                                "lottery-opened", Role.AUTHORITY, callId, Map.of("country", caller.country()))));
    }

    private Call takingPart(String callId, Caller caller) {
        return calls.find(callId)
                .filter(call -> LotteryView.countries(call).contains(caller.country()))
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    private ResponseEntity<LotteryView> answer(Call call, Function<Lottery, Change<Lottery>> operation) {
        Lottery changed = lotteries.change(call.id(), operation);
        return Representation.of(changed, LotteryView.of(lotteries.order(changed), call));
    }
}
