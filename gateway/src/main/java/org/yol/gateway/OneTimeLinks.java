package org.yol.gateway;

/**
 * What people do who come by a one-time link and have no account: the service looks at the link, which is in a header
 * of the request and in no address.
 */
public final class OneTimeLinks {

    /** Path pattern of all there is. */
    public static final String ADDRESS = "/api/references/link/**";

    private OneTimeLinks() {}
}
