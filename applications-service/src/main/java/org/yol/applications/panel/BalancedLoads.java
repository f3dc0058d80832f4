package org.yol.applications.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.alg.interfaces.MinimumCostFlowAlgorithm.MinimumCostFlow;
import org.jgrapht.graph.DirectedWeightedMultigraph;

/**
 * How much of each demand each reviewer takes so that the sum of the squares of their loads is the least possible: then
 * no work can be moved from one to another that would have less. A minimum-cost flow from demands to reviewers.
 *
 * <p>A reviewer's cost is convex, each further review costs more, which as arcs for one review each would be a graph of
 * hundreds of thousands. So it is drawn roughly first, by chords over blocks of many reviews, and finer and finer only
 * near the loads found so far; at last by single reviews. A load inside of what is drawn by single reviews is the best
 * there is, since a flow is if no unit can be moved at a gain.
 */
final class BalancedLoads {

    /** Blocks that are drawn to each side of the load found so far. */
    private static final int BLOCKS = 4;

    private final List<Demand> demands;
    private final int[] before;
    private final int[] most;
    private int[] loads;

    /**
     * So many that need so many each.
     *
     * @param reviewers who may take them, by number
     * @param number how many there are, 1 or more; nobody takes one of them twice
     * @param each how many reviewers each of them needs, 1 to the number of those who may
     */
    record Demand(int[] reviewers, int number, int each) {}

    private BalancedLoads(List<Demand> demands, int... before) {
        this.demands = demands;
        this.before = before;
        this.most = new int[before.length];
        for (Demand demand : demands) {
            for (int reviewer : demand.reviewers()) {
                most[reviewer] += demand.number();
            }
        }
    }

    /**
     * Shares out.
     *
     * @param before what each reviewer has already
     * @return for each demand, how much each of its reviewers takes
     */
    static int[][] of(List<Demand> demands, int... before) {
        return new BalancedLoads(demands, before).balanced();
    }

    private int[][] balanced() {
        int largest = Arrays.stream(most).max().orElse(0);
        loads = Arrays.stream(most).map(all -> all / 2).toArray();
        int step = Integer.highestOneBit(Math.max(1, largest / BLOCKS));
        long least = Long.MAX_VALUE;
        while (true) {
            int[] around = loads;
            int[][] shares = flow(step);
            long cost = cost();
            // What was found before is drawn exactly: if nothing better is, it was the best, and so is this.
            boolean settled = isWithin(around, step) || cost >= least;
            if (settled && step == 1) {
                return shares;
            }
            step = settled ? step / 2 : step;
            least = cost;
        }
    }

    private long cost() {
        long sum = 0;
        for (int reviewer = 0; reviewer < before.length; reviewer++) {
            long load = before[reviewer] + (long) loads[reviewer];
            sum += load * load;
        }
        return sum;
    }

    /** Whether every load lies inside of what was drawn finely, or at its own end. */
    private boolean isWithin(int[] around, int step) {
        for (int reviewer = 0; reviewer < loads.length; reviewer++) {
            int from = Math.max(0, around[reviewer] - BLOCKS * step);
            int to = Math.min(most[reviewer], around[reviewer] + BLOCKS * step);
            boolean low = loads[reviewer] <= from && from > 0;
            boolean high = loads[reviewer] >= to && to < most[reviewer];
            if (low || high) {
                return false;
            }
        }
        return true;
    }

    /** An arc of the graph: so many reviews, at a price each. */
    private record Arc(int number, int capacity) {}

    private int[][] flow(int step) {
        DirectedWeightedMultigraph<Integer, Arc> graph = new DirectedWeightedMultigraph<>(Arc.class);
        int sink = demands.size() + before.length;
        for (int vertex = 0; vertex <= sink; vertex++) {
            graph.addVertex(vertex);
        }
        List<Arc[]> takings = new ArrayList<>();
        int arcs = 0;
        int all = 0;
        for (int number = 0; number < demands.size(); number++) {
            Demand demand = demands.get(number);
            all += demand.number() * demand.each();
            Arc[] taking = new Arc[demand.reviewers().length];
            for (int place = 0; place < taking.length; place++) {
                taking[place] = new Arc(arcs++, demand.number());
                graph.addEdge(number, demands.size() + demand.reviewers()[place], taking[place]);
                graph.setEdgeWeight(taking[place], 0);
            }
            takings.add(taking);
        }
        for (int reviewer = 0; reviewer < before.length; reviewer++) {
            int[] ends = ends(reviewer, step);
            for (int block = 1; block < ends.length; block++) {
                Arc arc = new Arc(arcs++, ends[block] - ends[block - 1]);
                graph.addEdge(demands.size() + reviewer, sink, arc);
                // The slope of the chord of the square between the ends of the block.
                graph.setEdgeWeight(arc, 2.0 * before[reviewer] + ends[block - 1] + ends[block]);
            }
        }
        int supply = all;
        ToIntFunction<Integer> supplies = vertex -> vertex == sink
                ? -supply
                : vertex < demands.size()
                        ? demands.get(vertex).number() * demands.get(vertex).each()
                        : 0;
        MinimumCostFlow<Arc> flow = new CapacityScalingMinimumCostFlow<Integer, Arc>()
                .getMinimumCostFlow(
                        new MinimumCostFlowProblemImpl<>(graph, supplies::applyAsInt, Arc::capacity, _ -> 0));
        return read(flow, takings);
    }

    private int[] ends(int reviewer, int step) {
        int from = Math.max(0, loads[reviewer] - BLOCKS * step);
        int to = Math.min(most[reviewer], loads[reviewer] + BLOCKS * step);
        List<Integer> ends = new ArrayList<>();
        ends.add(0);
        for (int end = from; end < to; end += step) {
            ends.add(end);
        }
        ends.add(to);
        ends.add(most[reviewer]);
        return ends.stream().mapToInt(Integer::intValue).distinct().toArray();
    }

    private int[][] read(MinimumCostFlow<Arc> flow, List<Arc[]> takings) {
        int[] found = new int[before.length];
        int[][] taken = new int[demands.size()][];
        for (int number = 0; number < demands.size(); number++) {
            Arc[] taking = takings.get(number);
            taken[number] = new int[taking.length];
            for (int place = 0; place < taking.length; place++) {
                int share = (int) Math.round(flow.getFlow(taking[place]));
                taken[number][place] = share;
                found[demands.get(number).reviewers()[place]] += share;
            }
        }
        loads = found;
        return taken;
    }
}
