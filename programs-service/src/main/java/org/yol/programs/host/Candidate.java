package org.yol.programs.host;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A host that may be the one somebody means, and why. */
record Candidate(@JsonUnwrapped HostView host, Likeness likeness) {}
