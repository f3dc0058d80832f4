/** What everybody finds: programmes together with what their calls say. */
package org.yol.programs.search;
