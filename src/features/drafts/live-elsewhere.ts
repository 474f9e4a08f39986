import type { LivePerson } from '../../domain/drafts/live-form.ts';
import type { Scope } from '../../platform/index.ts';
import type { SharedText } from './live-shared.ts';

/** How often it is told again who is here, in milliseconds; whoever has not been heard of for three times that long is not there. */
const EVERY = 20_000;

type Options = {
  /** Which process this is. */
  readonly process: string;
  /** Those who are in this one, and on whose behalf it can be told. */
  readonly here: () => ReadonlyMap<string, LivePerson>;
  readonly scope: () => Scope | undefined;
  readonly changed: () => void;
};

/** Who is in the same section in other processes of the program: they tell each other. */
export class LiveElsewhere {
  readonly #text: SharedText;
  readonly #options: Options;
  readonly #heard = new Map<string, { readonly people: ReadonlyMap<string, LivePerson>; readonly at: number }>();
  readonly #timer: NodeJS.Timeout;

  constructor(text: SharedText, options: Options) {
    this.#text = text;
    this.#options = options;
    this.#timer = setInterval(() => {
      const before = this.#heard.size;
      for (const [process, { at }] of this.#heard) if (performance.now() - at > 3 * EVERY) this.#heard.delete(process);
      if (this.#heard.size < before) this.#options.changed();
      this.tell();
    }, EVERY).unref();
  }

  get people(): ReadonlyMap<string, LivePerson> {
    return new Map([...this.#heard.values()].flatMap(({ people }) => [...people]));
  }

  /** Tells the others who is here; `last`: on behalf of whom, when nobody is. */
  tell(last?: Scope): void {
    const scope = this.#options.scope() ?? last;
    if (!scope) return;
    const people = [...this.#options.here()].slice(0, 30).map(([account, person]) => ({ account, ...person }));
    // Who is there is no more than a help: that it cannot be told stops nobody.
    this.#text.tellHere(scope, { process: this.#options.process, people }).catch(() => undefined);
  }

  /** Another process has told. One that was not known does not know of us either. */
  told(process: string, people: ReadonlyMap<string, LivePerson>): void {
    if (process === this.#options.process) return;
    const isNew = !this.#heard.has(process);
    if (people.size > 0) this.#heard.set(process, { people, at: performance.now() });
    else this.#heard.delete(process);
    this.#options.changed();
    if (isNew && people.size > 0) this.tell();
  }

  end(): void {
    clearInterval(this.#timer);
  }
}
