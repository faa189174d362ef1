import { Line, type LineOptions } from "./line.ts";

/** The connections of a transport: one per call, first come, first served. */
export class Lines {
  readonly #most: number;
  readonly #options: LineOptions;
  readonly #idle: Line[] = [];
  readonly #waiting: ((line: Line) => void)[] = [];
  readonly #all = new Set<Line>();
  #isClosed = false;

  constructor(most: number, options: Omit<LineOptions, "experience">) {
    this.#most = most;
    this.#options = { ...options, experience: { kept: 0 } };
  }

  /** A separate connection, outside the limit; {@link release} keeps it if there is room. */
  open(): Line {
    return new Line(this.#options);
  }

  /** A live connection. A caller who no longer wants it when it arrives has to release it. */
  async take(): Promise<Line> {
    for (;;) {
      const line = this.#next() ?? (await new Promise<Line>((resolve) => this.#waiting.push(resolve)));
      if (await line.isAlive()) return line;
      this.#drop(line);
    }
  }

  /** The call is over; the connection may carry the next one, unless something went wrong on it. */
  release(line: Line): void {
    if (line.isGone || this.#isClosed || (!this.#all.has(line) && this.#all.size >= this.#most))
      return this.#drop(line);
    this.#all.add(line);
    this.#hand(line);
  }

  close(): void {
    this.#isClosed = true;
    for (const line of this.#all) line.close();
    this.#all.clear();
  }

  #next(): Line | undefined {
    for (;;) {
      const line = this.#idle.shift();
      if (!line) break;
      if (!line.isGone) return line;
      this.#drop(line);
    }
    return this.#all.size < this.#most ? this.#another() : undefined;
  }

  #another(): Line {
    const line = this.open();
    this.#all.add(line);
    return line;
  }

  /** A free place goes to whoever is waiting. */
  #drop(line: Line): void {
    line.close();
    this.#all.delete(line);
    if (this.#waiting.length > 0 && this.#all.size < this.#most && !this.#isClosed) this.#hand(this.#another());
  }

  #hand(line: Line): void {
    const next = this.#waiting.shift();
    if (next) next(line);
    else this.#idle.push(line);
  }
}
