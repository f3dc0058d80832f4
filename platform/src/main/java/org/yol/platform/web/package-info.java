/** What every service's HTTP has in common. */
package org.yol.platform.web;
