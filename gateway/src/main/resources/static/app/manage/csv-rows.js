const QUOTE = 0x22;
const NEWLINE = 0x0a;

/** Counts the records of a spreadsheet as its bytes come: a line break inside quotes belongs to its cell. */
export class CsvRows {
  #lines = 0;
  #quoted = false;
  #last = NEWLINE;

  add(bytes) {
    for (const byte of bytes) {
      if (byte === QUOTE) this.#quoted = !this.#quoted;
      else if (byte === NEWLINE && !this.#quoted) this.#lines++;
    }
    this.#last = bytes.at(-1) ?? this.#last;
  }

  /** How many have come whole, the headings not counted. */
  get count() {
    return Math.max(0, this.#lines - 1);
  }

  /** Whether it ends where a record ends. */
  get whole() {
    return this.#lines > 0 && !this.#quoted && this.#last === NEWLINE;
  }
}
