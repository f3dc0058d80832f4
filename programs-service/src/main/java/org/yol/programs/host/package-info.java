/** The universities and centres that receive students, shared by all providers and each entered once. */
package org.yol.programs.host;
