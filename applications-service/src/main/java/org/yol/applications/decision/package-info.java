/** What a coordinator decides and a student answers. */
package org.yol.applications.decision;
