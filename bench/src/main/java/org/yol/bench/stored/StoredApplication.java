package org.yol.bench.stored;

import org.yol.bench.platform.Student;

/**
 * An application that is in the store.
 *
 * @param application its id
 */
public record StoredApplication(Student student, String application) {}
