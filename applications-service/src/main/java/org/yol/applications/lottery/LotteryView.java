package org.yol.applications.lottery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yol.applications.call.Call;
import org.yol.contracts.Country;

/**
 * How a lottery stands, for everybody.
 *
 * @param contributionsEnd until when authorities may bind themselves, in the call's zone
 * @param closes the latest deadline that holds for anybody, in the call's zone
 * @param zone IANA zone of the call
 * @param countries ISO 3166-1 alpha-2 of those whose authorities may take part
 * @param sealed whether no part can be added any more, whatever the clock says
 * @param parts the operator's first
 * @param entrants who takes part; null before the call has closed
 * @param openBy until when authorities open their parts; null before they can
 * @param seed SHA-256 of {@code yol-lottery-seed/1} in UTF-8, the operator's part and then those of the authorities
 *     that are open, in the order of their countries' codes; null before it is drawn
 * @param drawnAt null likewise
 * @param problems what breaks the order in the public log, or is to come, by keyword; empty when all is well
 */
record LotteryView(
        String callId,
        String programmeId,
        Map<String, String> programmeTitle,
        OffsetDateTime contributionsEnd,
        OffsetDateTime closes,
        String zone,
        SortedSet<String> countries,
        boolean sealed,
        List<PartView> parts,
        EntrantsView entrants,
        Instant openBy,
        String seed,
        Instant drawnAt,
        List<String> problems) {

    /**
     * A part of the seed.
     *
     * @param by {@code operator}, or ISO 3166-1 alpha-2 of the authority's country
     * @param commitment SHA-256 of its 32 bytes, lower-case hex
     * @param entry number of the entry of the public log that says so; null while it has none
     * @param opened the bytes in lower-case hex; null before
     * @param openedAt null likewise
     * @param openedEntry as {@code entry}, of the opening
     */
    record PartView(
            String by,
            String commitment,
            Instant committedAt,
            Long entry,
            String opened,
            Instant openedAt,
            Long openedEntry) {}

    /**
     * Who takes part.
     *
     * @param number how many, 0 or more
     * @param withoutSalt how many are left out, since what they handed in came to a release that gave no salt
     * @param digest SHA-256 of their numbers, sorted and joined by line feeds
     * @param entry number of the entry of the public log; null while it has none
     */
    record EntrantsView(int number, int withoutSalt, String digest, Instant at, Long entry) {}

    static LotteryView of(LotteryOrder order, Call call) {
        Lottery lottery = order.lottery();
        return new LotteryView(
                call.id(),
                call.programmeId(),
                call.title(),
                Lottery.contributionsEnd(call).atZone(call.zoneId()).toOffsetDateTime(),
                call.lastDeadline().shown().toOffsetDateTime(),
                call.zone(),
                countries(call),
                lottery.sealedAt() != null,
                lottery.parts().stream().map(part -> part(order, part)).toList(),
                lottery.entered()
                        .map(entered -> new EntrantsView(
                                entered.entrants(),
                                lottery.entrants().withoutSalt(),
                                entered.digest(),
                                entered.at(),
                                order.entry(entered)))
                        .orElse(null),
                lottery.openBy(),
                lottery.seed(),
                lottery.drawnAt(),
                order.problems());
    }

    private static PartView part(LotteryOrder order, Lottery.Part part) {
        return new PartView(
                part.by(),
                part.commitment(),
                part.committedAt(),
                order.entry(order.lottery().committed(part)),
                part.opened(),
                part.openedAt(),
                order.lottery().opened(part).map(order::entry).orElse(null));
    }

    /** Those that the call is for, and the one that it leads to. */
    static SortedSet<String> countries(Call call) {
        SortedSet<String> countries = new TreeSet<>(call.origins());
        if (call.destination() != null && Country.find(call.destination()).isPresent()) {
            countries.add(call.destination());
        }
        return countries;
    }
}
