package org.yol.applications.audit;

import java.util.List;

/** Heads of the audit trail that were noted where whoever can write to the store cannot take them back. */
public interface CommittedHeads {

    /** Where they were noted, for the operator to read: such as {@code the public log}. */
    String where();

    /** Those of a database, in the order in which they were noted. */
    List<AuditHead> of(String database);
}
