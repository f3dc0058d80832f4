/** The embedded Kafka broker. Nothing outside this package knows a class of Kafka's server. */
package org.yol.localrun.broker;
