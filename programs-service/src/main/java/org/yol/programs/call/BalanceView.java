package org.yol.programs.call;

import java.util.List;
import java.util.Map;
import org.yol.programs.call.ExchangeBalance.Pair;
import org.yol.programs.call.ExchangeBalance.Way;
import org.yol.programs.host.Host;

/**
 * How the exchange of a call stands.
 *
 * @param exact whether people are counted to the last of them; else in multiples of five, of which 0 may be a few
 * @param balanced whether as many go as come by the agreement; null without one
 */
record BalanceView(boolean exact, Boolean balanced, List<PairView> pairs) {

    /**
     * Two universities.
     *
     * @param there from the first to the second
     * @param back from the second to the first
     * @param balance how many more go there than come back
     */
    record PairView(List<PlaceView.HostName> hosts, Way there, Way back, int balance) {}

    /** @param hosts those of the call that exist, by id */
    static BalanceView of(boolean exact, Terms terms, List<Pair> pairs, Map<String, Host> hosts) {
        Map<String, PlaceView.HostName> names = PlaceView.hostNames(terms.places(), hosts);
        return new BalanceView(
                exact,
                terms.particulars().agreement() == null
                        ? null
                        : terms.particulars().agreement().balanced(),
                pairs.stream()
                        .map(pair -> new PairView(
                                List.of(names.get(pair.one()), names.get(pair.other())),
                                pair.there(),
                                pair.back(),
                                pair.balance()))
                        .toList());
    }
}
