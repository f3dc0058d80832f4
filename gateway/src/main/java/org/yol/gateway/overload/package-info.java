/** How much of each kind of work is under way at once, who waits for it and for how long, and what the others hear. */
package org.yol.gateway.overload;
