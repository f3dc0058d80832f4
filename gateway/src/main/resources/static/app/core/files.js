/** The address of a file of the front end, of the same version as this one. */
export function fileOf(path) {
  return new URL(`../../${path}`, import.meta.url).pathname;
}
