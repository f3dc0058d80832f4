package org.yol.programs.programme;

/** One intake of a programme. */
public record Call(String id, PublicationStatus status, Terms terms) {

    static Call draft(String id, Terms terms) {
        return new Call(id, PublicationStatus.DRAFT, terms);
    }

    Call published() {
        return new Call(id, PublicationStatus.PUBLISHED, terms);
    }
}
