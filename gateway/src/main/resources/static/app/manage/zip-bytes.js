/** How a ZIP file ends, without a comment behind it: 22 bytes. */
const END = [0x50, 0x4b, 0x05, 0x06];
const END_SIZE = 22;

/** Counts the bytes of a ZIP file as they come; what is in it can't be counted before it is there. */
export class ZipBytes {
  #last = [];

  bytes = 0;

  add(bytes) {
    this.bytes += bytes.length;
    this.#last = [...this.#last, ...bytes.slice(-END_SIZE)].slice(-END_SIZE);
  }

  /** Whether it ends where a ZIP file ends. */
  get whole() {
    return END.every((byte, place) => this.#last[place] === byte);
  }
}
