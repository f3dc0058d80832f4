package org.yol.applications.log;

import static com.mongodb.client.model.Filters.eq;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yol.applications.audit.AuditHead;
import org.yol.applications.audit.CommittedHeads;
import org.yol.transparency.Hash;
import org.yol.transparency.Tree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the audit trail stood, as the log says. */
@Component
class NotedHeads implements CommittedHeads {

    private final PublicLogs logs;
    private final LogParts parts;

    NotedHeads(PublicLogs logs, LogParts parts) {
        this.logs = logs;
        this.parts = parts;
    }

    @Override
    public String where() {
        return "the public log " + parts.origin();
    }

    /** @throws IllegalStateException when an entry in the store is not the one that was signed */
    @Override
    public List<AuditHead> of(String database) {
        long size = logs.now().size();
        Tree signed = new Tree(size, parts.tiles());
        return parts
                .entries()
                .latest(eq("statement.kind", Statement.AUDIT_HEADS), size, Math.toIntExact(size))
                .reversed()
                .stream()
                .flatMap(entry -> heads(entry, signed.leaf(entry.index())).stream())
                .filter(head -> head.database().equals(database))
                .toList();
    }

    private List<AuditHead> heads(LogEntry entry, Hash signed) {
        if (!signed.equals(entry.statement().leaf())) {
            throw new IllegalStateException("Entry " + entry.index() + " of " + where() + " was changed in the store");
        }
        JsonNode chains = JsonMapper.shared().readTree(entry.statement().text()).path("chains");
        return chains.valueStream()
                .map(chain -> JsonMapper.shared().treeToValue(chain, AuditHead.class))
                .toList();
    }
}
