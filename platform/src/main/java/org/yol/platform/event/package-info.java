/**
 * How events reach a service: converted from CloudEvents, retried while the store is away, else to the dead letters.
 */
package org.yol.platform.event;
