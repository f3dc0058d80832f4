package org.yol.applications.award;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * That a bit of a status list is somebody's. Public because the record codec can read no other.
 *
 * @param id number of the list and index within it, with a slash between
 */
public record StatusPlace(@BsonId String id) {}
