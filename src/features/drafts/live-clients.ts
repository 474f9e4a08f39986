import * as Y from 'yjs';

/** How many numbers one account may use while a section is open: each window that opens it draws one. */
export const MOST_NUMBERS = 1_000;

/**
 * Who types under which client number of the shared text. A browser draws a number of its own by lot; whoever wrote on under the number of another would
 * make the program take what the other types next for something that it has already, and drop it.
 */
export class LiveClients {
  readonly #accounts = new Map<number, string>();
  readonly #counts = new Map<string, number>();

  /** Whoever uses a number first has it, but nobody more than `MOST_NUMBERS`. Answers whether it is theirs. */
  claims(client: number, account: string): boolean {
    const owner = this.#accounts.get(client);
    if (owner !== undefined) return owner === account;
    const count = (this.#counts.get(account) ?? 0) + 1;
    if (count > MOST_NUMBERS) return false;
    this.#counts.set(account, count);
    this.#accounts.set(client, account);
    return true;
  }

  /** Is everything in the update that is new to who has this (`vector`) typed under numbers of the account's own? Throws on what is no update. */
  claimsAll(bytes: Uint8Array, vector: Uint8Array, account: string): boolean {
    const known = Y.decodeStateVector(vector);
    const brought = [...Y.parseUpdateMeta(bytes).to].filter(([client, clock]) => clock > (known.get(client) ?? 0));
    return brought.every(([client]) => this.claims(client, account));
  }
}
