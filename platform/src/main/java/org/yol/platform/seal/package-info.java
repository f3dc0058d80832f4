/** What one service writes for another that nobody in between may read. */
package org.yol.platform.seal;
