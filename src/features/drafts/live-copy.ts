import * as Y from 'yjs';
import { documentOf, isForeign, isTooLong } from './live-document.ts';

/** The whole of a shared text with all that has been typed and taken away in it, in bytes: hundreds of times what a section says. */
const MOST_STATE = 2_000_000;

/**
 * The shared text of a section in this process: what is stored, and beside it a copy on which what comes is tried before it is stored. Nothing of what
 * does not fit is ever in the first.
 */
export class LiveCopy {
  readonly #stored: Y.Doc;
  #trial: Y.Doc;
  /** At most so many bytes is what has been tried: counted anew when it seems too much. */
  #bytes = 0;
  /** What has been tried and is being stored. */
  readonly #underWay = new Set<Uint8Array>();

  readonly #most: number;
  readonly #onNew: (bytes: Uint8Array, by: unknown) => void;
  /** What came before something that it rests on. */
  #early: { readonly bytes: Uint8Array; readonly by: unknown }[] = [];

  /** `onNew`: an update with something new in it, as whoever wrote it said it (so that others can tell what they had seen of what they took away), and who brought it. `most`: how many bytes it may be. */
  constructor(onNew: (bytes: Uint8Array, by: unknown) => void, most = MOST_STATE) {
    this.#most = most;
    this.#stored = documentOf([]);
    this.#trial = documentOf([]);
    this.#onNew = onNew;
  }

  /** Does it fit: the text of a section, not too long, that rests on what is here? From then on it counts as under way. */
  tries(bytes: Uint8Array): boolean {
    try {
      Y.applyUpdate(this.#trial, bytes);
      if (!isForeign(this.#trial) && !isTooLong(this.#trial, this.#stored) && this.#hasRoom(bytes)) {
        this.#underWay.add(bytes);
        return true;
      }
    } catch {
      // Bytes that are no update at all.
    }
    this.#renew();
    return false;
  }

  /** What was under way is stored. */
  keeps(bytes: Uint8Array, parts: readonly Uint8Array[], by: unknown): void {
    for (const part of parts) this.#underWay.delete(part);
    this.#store(bytes, by);
  }

  /** What was under way was not stored. */
  forgets(parts: readonly Uint8Array[]): void {
    for (const part of parts) this.#underWay.delete(part);
    this.#renew();
  }

  /** What is stored already: by another process, or by ourselves from the draft. */
  takes(bytes: Uint8Array): void {
    this.#bytes += bytes.length;
    Y.applyUpdate(this.#trial, bytes);
    this.#store(bytes, null);
  }

  /** What is here, in short, for others to tell what we lack. */
  vector(): Uint8Array {
    return Y.encodeStateVector(this.#stored);
  }

  /** What somebody who has this lacks. Throws when it is no vector. */
  lackedBy(vector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#stored, vector);
  }

  end(): void {
    this.#stored.destroy();
    this.#trial.destroy();
  }

  /** What rests on something that is not here yet is told of when that has come: what is stored may come in another order than it was written. */
  #store(bytes: Uint8Array, by: unknown): void {
    let isNew = false;
    const note = () => {
      isNew = true;
    };
    this.#stored.on('update', note);
    Y.applyUpdate(this.#stored, bytes);
    this.#stored.off('update', note);
    const { pendingStructs, pendingDs } = this.#stored.store;
    const waits = pendingStructs !== null || pendingDs !== null;
    if (!isNew) {
      if (waits) this.#early.push({ bytes, by });
      return;
    }
    this.#onNew(bytes, by);
    for (const one of this.#early) this.#onNew(one.bytes, one.by);
    if (!waits) this.#early = [];
  }

  #hasRoom(bytes: Uint8Array): boolean {
    this.#bytes += bytes.length;
    if (this.#bytes > this.#most) this.#bytes = Y.encodeStateAsUpdate(this.#trial).length;
    return this.#bytes <= this.#most;
  }

  #renew(): void {
    this.#trial.destroy();
    this.#trial = documentOf([Y.encodeStateAsUpdate(this.#stored), ...this.#underWay]);
  }
}

/** Is there anything in the update? */
export function isEmptyUpdate(bytes: Uint8Array): boolean {
  return bytes.length === 2 && bytes[0] === 0 && bytes[1] === 0;
}

/** Several updates as one. */
export function mergedUpdate(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  return parts.length === 1 && only ? only : Y.mergeUpdates([...parts]);
}
