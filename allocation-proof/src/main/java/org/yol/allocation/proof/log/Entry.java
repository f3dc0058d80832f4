package org.yol.allocation.proof.log;

import tools.jackson.databind.JsonNode;

/**
 * An entry of the log.
 *
 * @param index its number, from 0
 */
record Entry(long index, JsonNode said) {

    String kind() {
        return text("kind");
    }

    /** A field; empty where there is none. */
    String text(String field) {
        return said.path(field).asString("");
    }

    @Override
    public String toString() {
        return "entry " + index;
    }
}
