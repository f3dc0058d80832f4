package org.yol.applications.call;

import java.util.List;
import org.yol.contracts.CallChange;

/**
 * A call tells of changes that its copy does not know yet. Told within the process only, before the copy is kept: it is
 * heard once more when that does not happen.
 *
 * @param seq number of the event that tells of them
 */
public record CallChangesHeard(String callId, long seq, List<CallChange> changes) {}
