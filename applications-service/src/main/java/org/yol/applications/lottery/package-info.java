/** The lottery of a call: committed to before the first submission, opened after the close. */
package org.yol.applications.lottery;
