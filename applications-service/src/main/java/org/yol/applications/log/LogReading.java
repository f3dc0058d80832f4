package org.yol.applications.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yol.transparency.Tree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the signed log says something, for whoever has to keep to its order. */
@Component
public class LogReading {

    private final PublicLogs logs;
    private final LogParts parts;

    LogReading(PublicLogs logs, LogParts parts) {
        this.logs = logs;
        this.parts = parts;
    }

    /**
     * The numbers of the entries that say exactly this, by statement; without those that are not signed yet, or say
     * something else of the same source; none while the store lacks what was signed.
     */
    public Map<Statement, Long> indexes(Collection<Statement> statements) {
        long size = logs.now().size();
        Tree signed = new Tree(size, parts.tiles());
        Map<String, Statement> bySource =
                statements.stream().collect(Collectors.toMap(Statement::source, Function.identity()));
        try {
            return parts.entries().ofSources(bySource.keySet()).stream()
                    .filter(entry -> entry.index() < size)
                    .filter(entry -> signed.leaf(entry.index())
                            .equals(bySource.get(entry.statement().source()).leaf()))
                    .collect(Collectors.toMap(
                            entry -> bySource.get(entry.statement().source()), LogEntry::index));
        } catch (Halted _) {
            return Map.of();
        }
    }

    /** What the log says of a source, signed or soon to be; empty while it says nothing. */
    public Optional<JsonNode> said(String source) {
        return parts.entries()
                .ofSource(source)
                .map(entry -> JsonMapper.shared().readTree(entry.statement().text()));
    }

    /** The number of the first submission to a call that is signed; empty before. */
    public OptionalLong firstSubmission(String callId) {
        long size = logs.now().size();
        return parts
                .entries()
                .first(and(eq("statement.call", callId), eq("statement.kind", Statement.SUBMISSION)))
                .stream()
                .mapToLong(LogEntry::index)
                .filter(index -> index < size)
                .findFirst();
    }
}
