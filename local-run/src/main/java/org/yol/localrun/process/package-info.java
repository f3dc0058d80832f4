/** The services as child processes: started, watched, started again when they die, and stopped. */
package org.yol.localrun.process;
