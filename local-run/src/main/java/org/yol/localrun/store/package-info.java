/**
 * The embedded store that speaks MongoDB's wire protocol. Only for one machine; see {@code MONGODB_URI} for a real one.
 */
package org.yol.localrun.store;
