package org.yol.bench.selection;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.yol.allocation.Allocation;
import org.yol.allocation.DeferredAcceptance;
import org.yol.allocation.Market;

/** A selection, in one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SelectionBenchmark {

    /** A {@link MarketSize} in words. */
    @Param("400:20:300:5:0")
    public String size;

    private Market market;

    /** Before all of it. */
    @Setup
    public void market() {
        market = SyntheticMarket.of(MarketSize.parse(size));
    }

    /** Who gets which place. */
    @Benchmark
    public Allocation engine() {
        return DeferredAcceptance.allocate(market);
    }

    /** From bare arrays on, which are looked through for what contradicts itself. */
    @Benchmark
    public Allocation whole() {
        return DeferredAcceptance.allocate(
                Market.of(market.categories(), market.places(), market.caps(), market.applicants()));
    }

    /** The same, proved by the checker. */
    @Benchmark
    public Allocation checked() {
        return Claims.checked(whole());
    }
}
