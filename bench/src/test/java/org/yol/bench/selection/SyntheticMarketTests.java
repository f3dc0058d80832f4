package org.yol.bench.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yol.allocation.DeferredAcceptance;
import org.yol.allocation.Market;
import org.yol.allocation.Place;

class SyntheticMarketTests {

    @Test
    void hasTheSizeThatWasAskedFor() {
        Market market = SyntheticMarket.of(MarketSize.withReserves(1_000, 40, 801, 10));
        assertThat(market.places()).hasSize(40);
        assertThat(market.places().stream().mapToInt(Place::seats).sum()).isEqualTo(801);
        assertThat(market.applicants().choices()).hasSize(10_000);
        assertThat(market.places()).anyMatch(place -> !place.reserves().isEmpty());
    }

    @Test
    void capsNestAndLeaveFewerSeats() {
        MarketSize size = MarketSize.parse("1000:400:800:10:3");
        Market market = SyntheticMarket.of(size);
        assertThat(market.caps()).hasSize(40 + 4 + 1);
        var allocation = DeferredAcceptance.allocate(market);
        assertThat(IntStream.range(0, 1_000).filter(applicant -> allocation.place(applicant) >= 0))
                .hasSizeLessThan(800)
                .hasSizeGreaterThan(400);
        assertThat(size.words()).isEqualTo("1000:400:800:10:3");
    }
}
