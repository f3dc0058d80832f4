/** Which of several places a student keeps. Pure. */

/** Whether a place is kept when the offered one is accepted, `givingUp` those of them that need not be given up. */
export function isKept({ applicationId, excluded }, givingUp) {
  return !excluded && !givingUp.includes(applicationId);
}
