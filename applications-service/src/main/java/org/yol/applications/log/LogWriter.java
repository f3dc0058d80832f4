package org.yol.applications.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yol.contracts.CheckpointSigned;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.Change;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.GrowingTree;
import org.yol.transparency.Hash;
import org.yol.transparency.SigningKey;
import org.yol.transparency.Tree;

/**
 * Gives entries their numbers and signs how many there are: one process at a time, by a lease, though the history would
 * be the same with more. The number of an entry is its {@code _id}, so each number is given once, whoever gives it; and
 * what is signed is a function of the entries alone.
 */
@Component
class LogWriter {

    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

    static final int AT_ONCE = 1_000;

    /** As many as may have got numbers from processes that died, or more. */
    static final int LEFT_AT_ONCE = 2 * AT_ONCE;

    /** Of a busy log, so that each checkpoint is of many entries. */
    private static final Duration BETWEEN = Duration.ofMillis(500);

    /** Of a log that sleeps: whoever hears of an entry wakes it. */
    private static final Duration ASLEEP = Duration.ofSeconds(5);

    /** With a sweep each half second, another process goes on after less than six seconds. */
    private static final WorkPlan PLAN = new WorkPlan(
            PublicLog.NUMBERING,
            Duration.ofSeconds(5),
            1,
            Duration.ofMillis(200),
            Duration.ofSeconds(5),
            Integer.MAX_VALUE,
            Duration.ofMillis(500));

    private final AggregateCollection<PublicLog> logs;
    private final LogParts parts;
    private final SignedBefore signedBefore;
    private final Clock clock;
    final DueWork numbering;

    /** As this process has signed it last; null when it has to be read from the store. */
    private GrowingTree tree;

    private volatile Instant woken = Instant.MIN;

    LogWriter(PublicLogs logs, LogParts parts, SignedBefore signedBefore, Clock clock) {
        this.logs = logs.stored();
        this.parts = parts;
        this.signedBefore = signedBefore;
        this.clock = clock;
        this.numbering = this.logs.work(PLAN, this::number);
    }

    /** Something waits. */
    void wake() {
        Instant now = clock.instant();
        // While it is busy it looks by itself; a clock that was set back has not woken anybody yet.
        if (Duration.between(woken, now).abs().compareTo(BETWEEN) > 0) {
            woken = now;
            numbering.hasten(parts.origin());
        }
    }

    private Outcome number(PublicLog log, Claim claim) {
        try {
            Optional<Batch> batch = next(log);
            if (batch.isEmpty()) {
                return resting(claim);
            }
            boolean full = batch.get().number() >= AT_ONCE;
            if (Batch.write(steps(batch.get(), claim, full ? Duration.ZERO : BETWEEN))) {
                if (batch.get().fresh().isEmpty()) {
                    // There may be more that have numbers and are not signed.
                    tree = null;
                }
                if (full) {
                    numbering.nudge(log.id());
                }
                return Outcome.WRITTEN;
            }
            // Somebody else has given numbers meanwhile: what they are is read anew.
            tree = null;
            return Outcome.again(clock.instant());
        } catch (Halted halted) {
            return stop(claim, halted);
        } catch (RuntimeException | Error failure) {
            tree = null;
            throw failure;
        }
    }

    /** Nothing waits, as it seems: whoever came since it looked could not wake it while it was at work. */
    private Outcome resting(Claim claim) {
        logs.change(
                claim,
                current -> Change.silent(current.with(null))
                        .due(PublicLog.NUMBERING, clock.instant().plus(ASLEEP)));
        if (!parts.waiting().first(1).isEmpty()) {
            numbering.hasten(claim.id());
        }
        return Outcome.WRITTEN;
    }

    private Outcome stop(Claim claim, Halted halted) {
        tree = null;
        // What is put right is to be seen.
        parts.tiles().forget();
        logs.change(claim, current -> {
            if (current.halted() != halted.reason()) {
                LOG.error("The public log signs no more: {} docs/operations.md says what to do.", halted.getMessage());
            }
            return Change.silent(current.with(halted.reason()))
                    .due(PublicLog.NUMBERING, clock.instant().plus(ASLEEP));
        });
        return Outcome.WRITTEN;
    }

    /**
     * What is signed next; empty when there is nothing.
     *
     * @throws Halted when nothing must be
     */
    Optional<Batch> next(PublicLog log) {
        if (log.shown() > log.size()) {
            throw Halted.behind(log.shown(), log.size());
        }
        boolean continued =
                tree != null && tree.size() == log.size() && tree.root().hex().equals(log.root());
        List<LogEntry> entries = new ArrayList<>();
        if (!continued) {
            tree = checked(log);
            entries.addAll(left(log.size()));
        }
        int left = entries.size();
        long index = log.size() + left;
        List<Statement> introducing = continued ? List.of() : key(index);
        if (left == LEFT_AT_ONCE) {
            // There may be more behind them: these are signed first.
            return Optional.of(signed(entries, left, log.size(), List.of()));
        }
        List<WaitingEntry> waiting = parts.waiting().first(AT_ONCE);
        Set<String> known = new HashSet<>(
                parts.entries().known(waiting.stream().map(WaitingEntry::id).toList()));
        List<Statement> fresh = Stream.concat(
                        introducing.stream(), waiting.stream().map(WaitingEntry::statement))
                .filter(statement -> known.add(statement.source()))
                .toList();
        for (Statement statement : fresh) {
            entries.add(LogEntry.of(index++, statement));
        }
        List<String> sources = waiting.stream().map(WaitingEntry::id).toList();
        if (entries.isEmpty()) {
            // They have their numbers: a process has died before it could take them away.
            parts.waiting().remove(sources);
            return Optional.empty();
        }
        return Optional.of(signed(entries, left, log.size(), sources));
    }

    /** @param left how many of the entries have their numbers already */
    private Batch signed(List<LogEntry> entries, int left, long first, List<String> sources) {
        entries.forEach(entry -> tree.append(Hash.parseHex(entry.leaf())));
        Checkpoint checkpoint = new Checkpoint(parts.origin(), tree.size(), tree.root(), List.of());
        return new Batch(
                List.copyOf(entries.subList(left, entries.size())),
                first,
                tree.takeFullTiles(),
                checkpoint,
                parts.keys().sign(checkpoint),
                sources);
    }

    List<BooleanSupplier> steps(Batch batch, Claim claim, Duration until) {
        Instant now = clock.instant();
        return List.of(
                () -> batch.fresh().isEmpty() || parts.entries().keep(batch.fresh()),
                () -> {
                    parts.tiles().keep(batch.full());
                    return true;
                },
                () -> {
                    parts.days().keep(now, batch.first());
                    return true;
                },
                () -> logs.change(
                                claim,
                                current -> current.grown(batch.checkpoint(), batch.signed(), now)
                                        .due(PublicLog.NUMBERING, now.plus(until)))
                        .isPresent(),
                () -> {
                    parts.waiting().remove(batch.sources());
                    return true;
                });
    }

    /** The tree as it was signed last, if the store still has it. */
    private GrowingTree checked(PublicLog log) {
        Optional<CheckpointSigned> told = signedBefore.last(log.id());
        GrowingTree read = GrowingTree.of(log.size(), parts.tiles());
        if (!read.root().hex().equals(log.root())) {
            throw new Halted(
                    PublicLog.Halt.STORE_REWRITTEN,
                    "The " + log.size() + " entries in the store are not those that were signed.");
        }
        told.ifPresent(signed -> check(log, signed));
        return read;
    }

    private void check(PublicLog log, CheckpointSigned signed) {
        if (signed.size() > log.size()) {
            throw Halted.behind(signed.size(), log.size());
        }
        Hash root = new Tree(log.size(), parts.tiles()).root(signed.size());
        if (!root.hex().equals(signed.root())) {
            throw new Halted(
                    PublicLog.Halt.STORE_REWRITTEN,
                    "The first " + signed.size() + " entries in the store are not those that were signed.");
        }
    }

    /** Those that have a number and are not signed. */
    private List<LogEntry> left(long size) {
        List<LogEntry> left = parts.entries().from(size, LEFT_AT_ONCE);
        for (int place = 0; place < left.size(); place++) {
            LogEntry entry = left.get(place);
            if (entry.index() != size + place
                    || !entry.leaf().equals(entry.statement().leaf().hex())) {
                throw new Halted(
                        PublicLog.Halt.STORE_REWRITTEN,
                        "Behind the " + size + " entries that were signed something was changed or taken out.");
            }
        }
        return left;
    }

    /** The key that signs from now on, unless the log says so already. */
    private List<Statement> key(long index) {
        String first = parts.keys().first().encode();
        Optional<String> last =
                parts.entries().lastKey().map(LogEntry::statement).map(Statement::source);
        Instant now = clock.instant();
        if (index == 0 || last.isEmpty()) {
            return List.of(Statement.firstKey(first, now));
        }
        String previous = last.get().substring(Statement.LOG_KEY.length() + 1);
        if (previous.equals(first)) {
            return List.of();
        }
        SigningKey introducing = parts.keys()
                .signing(previous)
                .orElseThrow(() -> new Halted(
                        PublicLog.Halt.KEY_UNKNOWN,
                        "The key " + previous + " has signed, and today's is another, which it has not introduced:"
                                + " its line has to stay in the file of LOG_KEYS until the new one has signed."));
        if (!parts.entries().known(List.of(Statement.LOG_KEY + "/" + first)).isEmpty()) {
            // Introduced before: other processes have the new one first already. Both sign here.
            return List.of();
        }
        return List.of(Statement.nextKey(first, previous, introducing::sign, now));
    }
}
