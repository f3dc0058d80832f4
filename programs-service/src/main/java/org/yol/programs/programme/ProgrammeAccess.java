package org.yol.programs.programme;

import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** Who may do what with the programmes and calls of a provider. What somebody may not see does not exist for them. */
public final class ProgrammeAccess {

    private ProgrammeAccess() {}

    /** Whether a draft of that provider is shown to the caller: to those who write for it and to auditors. */
    public static boolean maySeeDrafts(String providerId, Caller caller) {
        return isOwn(providerId, caller) || caller.is(Role.AUDITOR);
    }

    /** Refuses, as not found, whoever does not write for that provider. */
    public static void requireOwn(String providerId, Caller caller) {
        if (!isOwn(providerId, caller)) {
            throw new Refused(Problem.NOT_FOUND);
        }
    }

    private static boolean isOwn(String providerId, Caller caller) {
        return caller.is(Role.COORDINATOR, providerId);
    }
}
