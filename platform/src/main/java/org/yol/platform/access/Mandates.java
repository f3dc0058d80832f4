package org.yol.platform.access;

import java.util.Set;

/** Knows for which organizations besides their own somebody acts. A service that knows of such has one as a bean. */
@FunctionalInterface
public interface Mandates {

    /**
     * The other organizations a caller acts for; empty as a rule. Asked at each request of somebody who has signed in
     * to a method that takes the {@link Caller}.
     */
    Set<String> of(Caller caller);
}
