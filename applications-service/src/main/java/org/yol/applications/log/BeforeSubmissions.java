package org.yol.applications.log;

import java.util.List;

/** What the log has to say of a call before it says of anything that was handed in to it. */
public interface BeforeSubmissions {

    /**
     * All of it, which is final from then on: what would have to be said before the first submission and was not, is
     * refused. The same again for a call that was asked for before.
     */
    List<Statement> to(String callId);
}
