/** What providers offer year after year: written as a draft, changed with a reason once one of its calls is public. */
package org.yol.programs.programme;
