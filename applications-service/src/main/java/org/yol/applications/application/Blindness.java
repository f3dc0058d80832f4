package org.yol.applications.application;

import java.util.EnumSet;
import java.util.Set;
import org.yol.applications.call.Call;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;

/**
 * From whom it is hidden who applies (domain.md, Reviewing): from those who see an application as reviewers only, where
 * its call is reviewed blind. They get an application without it, so that no way out has to think of it.
 */
public final class Blindness {

    private static final Set<Role> SEEING = EnumSet.complementOf(EnumSet.of(Role.REVIEWER));

    private Blindness() {}

    /**
     * Whether it is hidden from a caller who applies.
     *
     * @param call null while this service has not heard of it: nobody knows yet that it may be told
     */
    public static boolean hides(Caller caller, Visible application, Call call) {
        return caller.is(Role.REVIEWER)
                && !Visibility.allows(caller, SEEING, application)
                && (call == null || call.selection().reviewing().blind());
    }
}
