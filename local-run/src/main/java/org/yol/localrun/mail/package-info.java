/** The mail sink: takes every mail of the platform, sends none on, keeps them as files and shows them on pages. */
package org.yol.localrun.mail;
