/** Work that waits for the broker or the store, so that the service itself need not. */
package org.yol.platform.startup;
