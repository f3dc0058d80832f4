package org.yol.applications.application;

import java.time.Instant;

/**
 * A file that belongs to an application.
 *
 * @param kind what it is for, such as {@code passport}; one file a kind
 * @param sha256 of its bytes, lower-case hex: also where the bytes are kept, so that they cannot change under a
 *     submission
 * @param name as the student calls it
 * @param type media type as detected from the bytes
 * @param size bytes
 * @param locationRemoved true when the place a picture was taken at has been removed from it; null otherwise
 */
public record AttachedDocument(
        String kind, String sha256, String name, String type, long size, Instant at, Boolean locationRemoved) {

    /** A file that was taken as it came. */
    public AttachedDocument(String kind, String sha256, String name, String type, long size, Instant at) {
        this(kind, sha256, name, type, size, at, null);
    }

    /** The same for readers who are not to know whose it is. */
    public AttachedDocument unnamed() {
        String ending = type.substring(type.indexOf('/') + 1);
        return new AttachedDocument(kind, sha256, kind + "." + ending, type, size, at, locationRemoved);
    }
}
