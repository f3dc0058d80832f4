/** What coordinators have decided and not announced: known to them alone, and to nobody by anything that shows. */
package org.yol.applications.decision;
