package org.yol.contracts;

/**
 * The public log has signed a checkpoint: from now on it never signs a shorter history, nor another of this size. Key:
 * the log's origin. Its topic is compacted, so that the last word of each log is there for ever, whatever becomes of
 * its store.
 *
 * @param origin of the log, as its checkpoints name it
 * @param size how many entries the signed history has, 0 or more
 * @param root its Merkle tree hash, 64 hexadecimal digits
 * @param checkpoint the signed note (c2sp.org/signed-note) as it was published, without cosignatures of witnesses
 */
public record CheckpointSigned(String origin, long size, String root, String checkpoint) implements Event {}
