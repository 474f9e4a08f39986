import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import type { SharedText } from './live-shared.ts';

/** So many pauses long may somebody type without one before it is saved anyway. */
const LONGEST = 8;

/** So much of a pause is at least between two saves that a browser has asked for. */
const SOONEST = 1 / 5;

type Options = {
  /** How long nobody has typed before it is a pause, in milliseconds. */
  readonly pause: number;
  /** Those who are there: any of them can save what all have typed. */
  readonly scopes: () => readonly Scope[];
  /** The whole shared text, as it is stored. */
  readonly saved: (state: Uint8Array) => void;
  /** Nobody of those who are there can save any more. */
  readonly refused: (refusal: Refusal) => void;
};

/** Brings what is typed into the draft, and what happens to the draft into the shared text: one save at a time. */
export class LiveSaver {
  readonly #text: SharedText;
  readonly #options: Options;
  #timer: NodeJS.Timeout | undefined;
  /** Since when something typed waits to be saved; undefined when nothing does. */
  #since: number | undefined;
  /** How many times something has been typed. */
  #count = 0;
  /** The number of the last save of the draft that is known here, and of the last one told. */
  #number = 0;
  #told = 0;
  /** When it was last begun to be saved. */
  #saved = Number.NEGATIVE_INFINITY;
  #running: Promise<unknown> = Promise.resolve();

  constructor(text: SharedText, options: Options) {
    this.#text = text;
    this.#options = options;
  }

  /** Something was typed and is stored: it is saved at the next pause. */
  typed(): void {
    if (this.#text.isWhole) return;
    const now = performance.now();
    this.#count += 1;
    this.#since ??= now;
    const left = this.#since + LONGEST * this.#options.pause - now;
    this.#plan(Math.max(0, Math.min(this.#options.pause, left)));
  }

  /** Saves now, if there is anything to save; a little later when it was done just now. */
  soon(): void {
    if (this.#since !== undefined) this.#plan(Math.max(0, this.#saved + SOONEST * this.#options.pause - performance.now()));
  }

  /** Something has happened to the draft: a save with this number, or what is not one. */
  look(number?: number): void {
    if (number !== undefined && number <= this.#number) return;
    this.#told = Math.max(this.#told, number ?? 0);
    this.#plan(0);
  }

  /** Saves on behalf of somebody. Answers why they may not, if so. Throws when the database is away. */
  save(scope: Scope): Promise<Refusal | undefined> {
    const done = this.#running.then(async () => {
      const count = this.#count;
      this.#saved = performance.now();
      const answer = await this.#text.save(scope);
      if (isRefusal(answer)) return answer;
      if (this.#count === count) this.#since = undefined;
      this.#number = Math.max(this.#number, answer.number);
      this.#options.saved(answer.state);
      return undefined;
    });
    this.#running = done.catch(() => undefined);
    return done;
  }

  /** Saves what is left, on behalf of whoever is there or was last. What cannot be saved is stored, and is saved by whoever comes next. */
  async end(last: Scope | undefined): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#running;
    if (this.#since === undefined) return;
    for (const scope of [...this.#options.scopes(), ...(last ? [last] : [])]) {
      const refusal = await this.save(scope).catch(() => 'unavailable' as const);
      if (refusal === undefined) return;
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #plan(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), after);
    this.#timer.unref();
  }

  async #run(): Promise<void> {
    this.#timer = undefined;
    let refused: Refusal | undefined;
    for (const scope of this.#options.scopes()) {
      try {
        refused = await this.save(scope);
      } catch {
        // The database is away: what is stored is there, and is saved when it is back.
        return this.#timer === undefined ? this.#plan(this.#options.pause) : undefined;
      }
      if (refused === undefined || refused.code === 'draft-not-in-state') break;
    }
    if (refused) this.#options.refused(refused);
    else if (this.#told > this.#number && this.#timer === undefined) this.#plan(0);
  }
}
