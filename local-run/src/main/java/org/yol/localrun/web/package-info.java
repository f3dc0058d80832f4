/** One small web server for the identity provider and the mail pages. */
package org.yol.localrun.web;
