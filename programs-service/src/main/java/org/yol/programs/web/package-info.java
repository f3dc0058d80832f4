/** What the public pages of several features have in common. */
package org.yol.programs.web;
