/**
 * Who gets which place of a call: applicant-proposing deferred acceptance, with seats reserved for categories or with
 * caps that nest. Pure Java on primitive arrays, the same to the bit wherever it runs. Knows nothing of Yol but the
 * rules; {@code docs/selection.md} says what they are and what is proven of them.
 */
package org.yol.allocation;
