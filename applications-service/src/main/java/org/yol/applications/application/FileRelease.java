package org.yol.applications.application;

/** Where files are kept: hears that something is about to name one no longer. */
@FunctionalInterface
public interface FileRelease {

    /** Said before it happens: if it then does not, the file is found to be named and stays. */
    void release(Student owner, String sha256);
}
