package org.yol.allocation.proof.log;

/** Where what is public comes from. */
@FunctionalInterface
public interface Source {

    /**
     * What is at an address; whatever does not come is thrown.
     *
     * @param longest bytes that are taken
     */
    byte[] get(String address, int longest);
}
