/** A programme with its calls as one document, to be taken out of one platform and into another. */
package org.yol.programs.document;
