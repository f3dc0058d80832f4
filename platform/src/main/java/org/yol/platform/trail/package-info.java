/** Who did what: acts are written down with the change they are, and handed on to a record that is never rewritten. */
package org.yol.platform.trail;
