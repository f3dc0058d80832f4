package org.yol.applications.file;

/** Names files besides applications: one that is named is not cleared away. */
public interface FileNames {

    /**
     * Whether anything here names a file.
     *
     * @param owner the student's residence and account, as in the ids of their files
     */
    boolean name(String owner, String sha256);
}
