/** What requests of several features are checked against. */
package org.yol.programs.validation;
