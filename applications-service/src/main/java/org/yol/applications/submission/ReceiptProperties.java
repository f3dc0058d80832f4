package org.yol.applications.submission;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How receipts are signed.
 *
 * @param keys path of the file with the keys, see {@link ReceiptKeys}
 * @param publicUri where people reach the platform: who says what a receipt says
 */
@ConfigurationProperties("yol.receipts")
public record ReceiptProperties(String keys, URI publicUri) {}
