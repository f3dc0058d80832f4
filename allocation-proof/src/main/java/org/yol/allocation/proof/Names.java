package org.yol.allocation.proof;

/** What the indices of a {@link Market} are called in the sentences of faults. */
public interface Names {

    /** For markets that have no names. */
    Names INDICES = new Names() {
        @Override
        public String applicant(int applicant) {
            return "applicant " + applicant;
        }

        @Override
        public String place(int place) {
            return "place " + place;
        }

        @Override
        public String cap(int cap) {
            return "cap " + cap;
        }

        @Override
        public String category(int category) {
            return "category " + category;
        }
    };

    /** Number of an applicant. */
    String applicant(int applicant);

    /** Id of a place. */
    String place(int place);

    /** Id of a cap, counted from 0. */
    String cap(int cap);

    /** Id of a category. */
    String category(int category);
}
