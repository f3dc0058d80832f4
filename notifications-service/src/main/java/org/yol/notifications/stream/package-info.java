/** Messages as they arrive, in every browser window their reader has open, whichever replica it is connected to. */
package org.yol.notifications.stream;
