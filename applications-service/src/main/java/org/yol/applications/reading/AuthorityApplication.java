package org.yol.applications.reading;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.yol.applications.application.Announcement;
import org.yol.applications.application.ApplicationFacts;
import org.yol.applications.application.ApplicationView;
import org.yol.applications.application.CallFacts;

/**
 * An application as the authority of the student's country sees it: what the student knows.
 *
 * @param decision what was announced to the student; null before
 */
record AuthorityApplication(
        @JsonUnwrapped ApplicationFacts facts,
        @JsonUnwrapped CallFacts call,
        Announcement decision) implements ApplicationView {}
