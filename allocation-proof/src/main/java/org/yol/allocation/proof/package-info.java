/**
 * Checks the published outcome of a selection from its two public files. It shares no code with the engine and does not
 * go its way: nothing is proposed here, a claimed outcome is looked at as it is.
 */
package org.yol.allocation.proof;
