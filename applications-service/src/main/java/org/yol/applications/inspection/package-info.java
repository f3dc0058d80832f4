/** Whether a file is what it says and can be read: looked at in processes of their own, which may die of it. */
package org.yol.applications.inspection;
