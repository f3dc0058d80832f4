package org.yol.allocation;

/** Who is held at which place for the time being, by the keys of {@link Choices}. */
interface Seats {

    /** No choice is put out. */
    long NOTHING = -1;

    /**
     * An applicant who is held nowhere asks for a place.
     *
     * @return the key of the choice that is not held now: one that was, or the one asked for; or {@link #NOTHING}
     */
    long ask(int choice);

    /** Tells of everybody who is held. */
    void tell(Held held);

    /** Hears of each choice that is held. */
    @FunctionalInterface
    interface Held {

        /** @param kind of the seat; see {@link Allocation#seat} */
        void at(int choice, int kind);
    }
}
