/** Who is asking, and that no endpoint is without a rule. */
package org.yol.platform.access;
