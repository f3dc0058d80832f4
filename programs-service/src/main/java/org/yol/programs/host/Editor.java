package org.yol.programs.host;

/**
 * Who writes a host.
 *
 * @param organization null without one
 */
record Editor(String account, String organization) {}
