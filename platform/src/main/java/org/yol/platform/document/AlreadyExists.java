package org.yol.platform.document;

/** Another request has already made the document that was to be inserted. */
public final class AlreadyExists extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Aggregate existing;

    AlreadyExists(Aggregate existing) {
        super("exists: " + existing.id());
        this.existing = existing;
    }

    /** The document that is there. */
    public <A extends Aggregate> A existing(Class<A> type) {
        return type.cast(existing);
    }
}
