package org.yol.programs.call;

import jakarta.validation.constraints.Size;

/** @param reason why it is put away, or taken back; not needed for a draft */
record ArchiveRequest(@Size(max = 1_000) String reason) {}
