/** What providers offer year after year: written as a draft, fixed for everybody once one of its calls is public. */
package org.yol.programs.programme;
