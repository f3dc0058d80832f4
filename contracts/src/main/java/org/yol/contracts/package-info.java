/**
 * The published language of Yol: what one service tells another through Kafka, and the words both use for it. Records
 * and enums only; a consumer in any language can be written from {@code docs/asyncapi.yaml} and the golden files beside
 * the tests. Fields are only ever added, and then optional: boxed or a reference, never a primitive. Words are only
 * ever added, and read as {@code UNKNOWN} by those who do not know them yet. Anything else is a new version of the
 * type.
 */
package org.yol.contracts;
