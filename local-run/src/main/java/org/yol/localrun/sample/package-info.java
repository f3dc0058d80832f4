/** Sample data, made the way people make it: through the gateway's API. */
package org.yol.localrun.sample;
