package org.yol.programs.host;

/** A host as everybody sees it. */
record HostView(String id, String name, String country) {

    static HostView of(Host host) {
        return new HostView(host.id(), host.name(), host.country());
    }
}
