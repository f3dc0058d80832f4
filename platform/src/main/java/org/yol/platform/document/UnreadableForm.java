package org.yol.platform.document;

/** The store holds documents that this release cannot read. Says what to do, for whoever operates the service. */
public final class UnreadableForm extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private UnreadableForm(String message) {
        super(message);
    }

    static UnreadableForm olderThanNumbers(String collection) {
        return new UnreadableForm(
                "The collection \"%s\" was written by a release whose documents cannot be kept, since their ids do not say where a person's data lives. Start with an empty store (./run --fresh, or another MONGODB_DATABASE)."
                        .formatted(collection));
    }

    static UnreadableForm newer(String collection, int form, int known) {
        return new UnreadableForm(
                "The collection \"%s\" holds documents of form %d, and this release knows up to %d. Run the release that wrote them, or a newer one."
                        .formatted(collection, form, known));
    }
}
