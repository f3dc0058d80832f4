/** Forms that are saved while they are filled in: what cannot be taken keeps nothing else from being saved. */
package org.yol.applications.filling;
