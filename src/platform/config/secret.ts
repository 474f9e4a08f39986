import { inspect } from 'node:util';

/** A value that may be used but never shown: printing, logging and JSON all give `[hemlig]`. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for the library that needs it. Never put the answer in a message or a log. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[hemlig]';
  }

  toJSON(): string {
    return '[hemlig]';
  }

  [inspect.custom](): string {
    return '[hemlig]';
  }
}
