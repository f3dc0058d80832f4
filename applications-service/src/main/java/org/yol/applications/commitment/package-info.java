/** What ties the public log to what it stands for, without saying it to anybody who does not hold it. */
package org.yol.applications.commitment;
