/** The organisations that offer programmes, and who may write in their name. */
package org.yol.programs.provider;
