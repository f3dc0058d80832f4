/** Answers that are the same for everybody: asked for once, and given to all who ask within the next moment. */
package org.yol.gateway.shared;
