/** The words for people: message files of all languages, with plural forms. */
package org.yol.platform.text;
