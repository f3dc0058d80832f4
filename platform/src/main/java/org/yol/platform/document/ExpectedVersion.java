package org.yol.platform.document;

/**
 * The version of a document that its writer has seen, from the {@code If-Match} header.
 *
 * @param version as answered in the ETag
 */
public record ExpectedVersion(long version) {}
