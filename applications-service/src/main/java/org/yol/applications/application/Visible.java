package org.yol.applications.application;

import java.util.List;
import org.yol.contracts.ApplicationState;

/** What it depends on who may see an application. */
interface Visible {

    Student student();

    CallReference call();

    /** Ids of the universities of its choices. */
    List<String> hosts();

    ApplicationState state();

    /** Whether it was handed in and not taken up again as a draft. */
    boolean isHandedIn();
}
