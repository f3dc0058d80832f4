/** The people who get messages: where to write to them, in which language, and whether they want mail at all. */
package org.yol.notifications.recipient;
