/**
 * How a document is written: state, version, events and the identity of the request by one atomic operation. Domain
 * records use {@link org.yol.platform.document.Aggregate} and {@link org.yol.platform.document.Change} only.
 */
package org.yol.platform.document;
