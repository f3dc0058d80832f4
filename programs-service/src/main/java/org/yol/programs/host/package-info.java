/** The universities and centres that receive students, shared by all providers. */
package org.yol.programs.host;
