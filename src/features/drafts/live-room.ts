import { setTimeout } from 'node:timers/promises';
import { loginOf } from '../../domain/access/actor.ts';
import { type LiveClose, type LivePerson, liveClose } from '../../domain/drafts/live-form.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type LiveConnection, type LiveMember, newId, type Runtime, type Scope } from '../../platform/index.ts';
import { LiveClients } from './live-clients.ts';
import { isEmptyUpdate, LiveCopy, mergedUpdate } from './live-copy.ts';
import { LiveElsewhere } from './live-elsewhere.ts';
import { type LiveSaying, readMessage, writeMessage } from './live-messages.ts';
import { freeColour, giveCursors, type Present, passCursor, peopleOf, takeCursors, tellWhoIsHere } from './live-presence.ts';
import { LiveSaver } from './live-saver.ts';
import type { SharedText } from './live-shared.ts';

/** So many updates may wait to be stored before the browser is asked to wait. */
const MOST_QUEUED = 64;

/** So many bytes are stored together. */
const MOST_BATCH = 500_000;

/** So many times one connection may ask for what it lacks: a browser does it once. */
const MOST_ASKED = 5;

type Member = Present & {
  readonly connection: LiveConnection;
  readonly queue: Uint8Array[];
  stored: number;
  asked: number;
  storing: Promise<void> | undefined;
};

/** Those who write in one text at the same time, in this process. What they write is stored before anybody else sees it. */
export class LiveRoom {
  readonly #text: SharedText;
  readonly #runtime: Runtime;
  readonly #members = new Set<Member>();
  readonly #copy: LiveCopy;
  readonly #clients = new LiveClients();
  readonly #saver: LiveSaver;
  readonly #elsewhere: LiveElsewhere;
  readonly #ended: () => void;
  /** Those who have asked to come in and are not in yet. */
  #expected = 0;
  /** What this process has stored and not yet heard of. */
  readonly #own = new Set<string>();

  constructor(
    text: SharedText,
    runtime: Runtime,
    options: { readonly process: string; readonly pause: number; readonly ended: () => void },
  ) {
    this.#text = text;
    this.#runtime = runtime;
    this.#ended = options.ended;
    this.#copy = new LiveCopy((bytes, by) => {
      for (const member of this.#members) if (member !== by) member.send(writeMessage.update(bytes));
    });
    this.#elsewhere = new LiveElsewhere(text, {
      process: options.process,
      here: () => peopleOf(this.#members),
      scope: () => [...this.#members][0]?.connection.scope,
      changed: () => tellWhoIsHere(this.#members, this.#elsewhere.people),
    });
    this.#saver = new LiveSaver(text, {
      pause: options.pause,
      scopes: () => [...this.#members].map(({ connection }) => connection.scope),
      saved: (state) => this.#copy.takes(state),
      refused: (refusal) => this.#closeAll(text.whyNot(refusal) === 'shut' ? 'shut' : 'gone'),
    });
  }

  /** Lets somebody ask to come in. Refuses as `saveLive`. When it is answered, `join` or `giveUp` must follow. */
  async expect(scope: Scope): Promise<Refusal | undefined> {
    this.#expected += 1;
    try {
      const refusal = await this.#saver.save(scope);
      if (refusal) this.giveUp();
      return refusal;
    } catch (error) {
      this.giveUp();
      throw error;
    }
  }

  giveUp(): void {
    this.#expected -= 1;
    this.#endIfEmpty();
  }

  join(connection: LiveConnection): LiveMember {
    this.#expected -= 1;
    const { actor } = connection.scope;
    const account = loginOf(actor)?.account ?? '';
    const side = this.#text.sideOf(actor) ?? 'region';
    const person = { name: loginOf(actor)?.name ?? '', side, colour: freeColour(this.#members, account) };
    const { send } = connection;
    const member: Member = { connection, account, person, cursors: new Map(), send, queue: [], stored: 0, asked: 0, storing: undefined };
    this.#members.add(member);
    member.send(writeMessage.asks(this.#copy.vector()));
    giveCursors(this.#members, member);
    tellWhoIsHere(this.#members, this.#elsewhere.people);
    this.#elsewhere.tell();
    return { receive: (message) => this.#receive(member, message), left: () => void this.#left(member) };
  }

  /** Another process has stored an update. */
  async toldUpdate(id: string): Promise<void> {
    if (this.#own.delete(id)) return;
    for (const { connection } of this.#members) {
      const update = await this.#text.read(connection.scope, id).catch(() => undefined);
      if (!update || isRefusal(update)) continue;
      this.#clients.claimsAll(update.bytes, this.#copy.vector(), update.account);
      return this.#copy.takes(update.bytes);
    }
    this.#saver.look();
  }

  /** The draft has been saved (the number of the save), or something has been done to it. */
  toldDraft(number: number | undefined): void {
    this.#saver.look(number);
  }

  /** Another process has told who is there. */
  toldHere(process: string, people: ReadonlyMap<string, LivePerson>): void {
    this.#elsewhere.told(process, people);
  }

  /** Something has happened to who may be here: each is asked about anew, and whoever may not be here any more is let go at once. */
  async recheck(): Promise<void> {
    await Promise.all(
      [...this.#members].map(async ({ connection }) => {
        const refusal = await this.#saver.save(connection.scope).catch(() => undefined);
        if (refusal) connection.close(liveClose[this.#text.whyNot(refusal)]);
      }),
    );
  }

  /** Stores and saves everything. */
  async stop(): Promise<void> {
    await Promise.all([...this.#members].map(({ storing }) => storing));
    await this.#saver.end(undefined);
  }

  #receive(member: Member, message: Uint8Array): void {
    try {
      const said = readMessage(message);
      if (said) this.#hear(member, said);
      else member.connection.close(liveClose.refused);
    } catch {
      // Bytes that mean nothing end the connection they came by, and no other.
      member.connection.close(liveClose.refused);
    }
  }

  #hear(member: Member, said: LiveSaying): void {
    if (said.kind === 'asks') this.#answer(member, said.vector);
    else if (said.kind === 'cursor') {
      // A place that is another's is not passed on.
      if (this.#clients.claims(said.client, member.account)) passCursor(this.#members, member, said);
    } else if (said.kind === 'save') this.#saver.soon();
    else this.#queue(member, said.bytes);
  }

  #answer(member: Member, vector: Uint8Array): void {
    member.asked += 1;
    if (member.asked > MOST_ASKED) member.connection.close(liveClose.tooMuch);
    else member.send(writeMessage.answers(this.#copy.lackedBy(vector)));
  }

  #queue(member: Member, bytes: Uint8Array): void {
    member.queue.push(bytes);
    member.connection.active();
    if (member.queue.length > MOST_QUEUED) member.connection.pause();
    member.storing ??= this.#store(member).finally(() => {
      member.storing = undefined;
      member.connection.resume();
    });
  }

  /** Stores what somebody has typed, all that has come meanwhile together, and then passes it on. */
  async #store(member: Member): Promise<void> {
    while (member.queue.length > 0) {
      if (this.#text.gather) await setTimeout(this.#text.gather);
      const batch = takeBatch(member.queue);
      const failed = await this.#storeBatch(
        member,
        batch.filter((bytes) => !isEmptyUpdate(bytes)),
      );
      if (failed) {
        member.queue.length = 0;
        return member.connection.close(liveClose[failed]);
      }
      member.stored += batch.length;
      member.send(writeMessage.stored(member.stored));
      if (member.queue.length <= MOST_QUEUED / 2) member.connection.resume();
    }
  }

  async #storeBatch(member: Member, parts: Uint8Array[]): Promise<LiveClose | undefined> {
    const { scope } = member.connection;
    if (parts.length === 0) return undefined;
    if (!(await this.#fit(member, parts))) return 'refused';
    const bytes = mergedUpdate(parts);
    const id = newId(this.#runtime.clock.now());
    this.#own.add(id);
    const kept = await this.#text.keep(scope, { id, bytes }).catch(() => undefined);
    if (kept && !isRefusal(kept)) {
      this.#copy.keeps(bytes, parts, member);
      this.#saver.typed();
      return undefined;
    }
    this.#own.delete(id);
    this.#copy.forgets(parts);
    return kept ? this.#text.whyNot(kept as Refusal) : 'unavailable';
  }

  /** Tries each part. One that does not fit may rest on what another process has stored: then everything is read anew, and it is tried once more. */
  async #fit({ account, connection }: Member, parts: readonly Uint8Array[]): Promise<boolean> {
    const fits = (part: Uint8Array) => this.#isOwn(part, account) && this.#copy.tries(part);
    for (const [nth, part] of parts.entries()) {
      if (fits(part)) continue;
      const refusal = await this.#saver.save(connection.scope).catch(() => undefined);
      if (!refusal && fits(part)) continue;
      this.#copy.forgets(parts.slice(0, nth));
      return false;
    }
    return true;
  }

  #isOwn(part: Uint8Array, account: string): boolean {
    try {
      return this.#clients.claimsAll(part, this.#copy.vector(), account);
    } catch {
      // Bytes that are no update at all.
      return false;
    }
  }

  async #left(member: Member): Promise<void> {
    this.#members.delete(member);
    takeCursors(this.#members, member);
    tellWhoIsHere(this.#members, this.#elsewhere.people);
    this.#elsewhere.tell(member.connection.scope);
    this.#expected += 1;
    await member.storing;
    if (this.#members.size === 0) await this.#saver.end(member.connection.scope);
    this.giveUp();
  }

  #closeAll(why: LiveClose): void {
    for (const { connection } of this.#members) connection.close(liveClose[why]);
  }

  #endIfEmpty(): void {
    if (this.#members.size > 0 || this.#expected > 0) return;
    this.#saver.stop();
    this.#elsewhere.end();
    this.#copy.end();
    this.#ended();
  }
}

/** The first of what waits to be stored, as much as is stored together. */
function takeBatch(queue: Uint8Array[]): Uint8Array[] {
  let bytes = 0;
  const most = queue.findIndex((part) => {
    bytes += part.length;
    return bytes > MOST_BATCH;
  });
  return queue.splice(0, most < 0 ? queue.length : Math.max(1, most));
}
