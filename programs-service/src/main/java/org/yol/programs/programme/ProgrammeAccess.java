package org.yol.programs.programme;

import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;

/** Who sees which programme: everybody the published ones, a coordinator also the own drafts, an auditor all. */
final class ProgrammeAccess {

    private ProgrammeAccess() {}

    static boolean isOwn(Programme programme, Caller caller) {
        return caller.is(Role.COORDINATOR, programme.provider().id());
    }

    static boolean maySee(Programme programme, Caller caller) {
        return programme.status() == PublicationStatus.PUBLISHED || isOwn(programme, caller) || caller.is(Role.AUDITOR);
    }
}
