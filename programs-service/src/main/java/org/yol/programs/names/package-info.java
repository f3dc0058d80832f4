/** Names of organisations: in several languages, and as they are compared. */
package org.yol.programs.names;
