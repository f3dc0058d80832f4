/** What may wait goes slowly while others write. */
package org.yol.applications.pace;
