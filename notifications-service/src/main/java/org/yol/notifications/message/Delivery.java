package org.yol.notifications.message;

/** What has become of the e-mail of a message. When it is tried next, and by whom, is due work of the document. */
public enum Delivery {
    /** To be sent. */
    PENDING,
    /** The mail server has taken it over. */
    SENT,
    /** Its recipient has not been seen here yet. */
    WAITING_FOR_ADDRESS,
    /** Its recipient reads the inbox only. */
    NOT_WANTED,
    /** Refused for good by the receiving side, or tried for days in vain. */
    FAILED
}
