/**
 * What is to be done later or again, kept inside the document it concerns: claimed by compare-and-set with a lease,
 * nudged, swept, with an end. One mechanism for events to tell, mails to send, offers that expire.
 */
package org.yol.platform.due;
