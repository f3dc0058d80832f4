/** The outbox inside each document and the relay that empties it into Kafka: at least once, in order per document. */
package org.yol.platform.outbox;
