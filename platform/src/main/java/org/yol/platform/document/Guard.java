package org.yol.platform.document;

/**
 * Who may change a document. Asked before anything else is said of it: also before a repeated request is answered, and
 * before a stale version is named.
 */
@FunctionalInterface
public interface Guard<A> {

    /** @throws org.yol.platform.problem.Refused when this caller may not */
    void check(A document);

    /** Everybody who gets as far as this. */
    static <A> Guard<A> none() {
        return _ -> {};
    }
}
