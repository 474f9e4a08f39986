import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { beforeEach, describe, expect, test } from 'vitest';
import { initProseMirrorDoc, updateYFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import { LIVE_LINE, LIVE_TEXT } from '../../domain/drafts/live-form.ts';
import { type Cursor, ownWordsFollow } from './own-words.ts';
import { schema } from './schema.ts';

/** Somebody's browser: its document, what it has sent that nobody has heard, and its cursor. It writes as the editor does: by comparing before and after. */
class Desk {
  readonly doc = new Y.Doc();
  readonly lines = this.doc.getXmlFragment(LIVE_TEXT);
  sent: Uint8Array[] = [];
  cursor: Cursor | null = null;
  readonly #coming = ownWordsFollow(this.doc, this.lines, () => this.cursor);

  constructor(state: Uint8Array) {
    Y.applyUpdate(this.doc, state, 'remote');
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') this.sent.push(update);
    });
  }

  edit(change: (tr: Transaction) => Transaction): void {
    const { doc, meta } = initProseMirrorDoc(this.lines, schema);
    const { tr } = EditorState.create({ doc });
    const after: Node = change(tr).doc;
    this.doc.transact(() => updateYFragment(this.doc, this.lines, after, meta));
  }

  /** The place before some words, counted as the editor does. */
  #at(words: string): number {
    let found = -1;
    initProseMirrorDoc(this.lines, schema).doc.descendants((node, at) => {
      if (node.isText && node.text?.includes(words)) found = at + node.text.indexOf(words);
    });
    return found;
  }

  type = (words: string, before: string) => this.edit((tr) => tr.insertText(words, this.#at(before)));
  typeAfter = (words: string, after: string) => this.edit((tr) => tr.insertText(words, this.#at(after) + after.length));
  divide = (before: string) => this.edit((tr) => tr.split(this.#at(before)));
  join = (before: string) => this.edit((tr) => tr.join(this.#at(before) - 1));
  remove = (words: string) =>
    this.edit((tr) => {
      const line = tr.doc.resolve(this.#at(words));
      return tr.delete(line.before(), line.after());
    });

  hear(update: Uint8Array): void {
    this.#coming(update);
    Y.applyUpdate(this.doc, update, 'remote');
  }

  /** Puts the cursor after some words, as the editor would say where it is. */
  standAfter(words: string): void {
    for (const text of this.texts()) {
      const nth = text.toJSON().indexOf(words);
      const at = nth < 0 ? undefined : Y.createRelativePositionFromTypeIndex(text, nth + words.length);
      if (at) this.cursor = { anchor: at, head: at };
    }
  }

  /** What stands before and after the cursor, in its line. */
  get stands(): string | undefined {
    const at = this.cursor && Y.createAbsolutePositionFromRelativePosition(this.cursor.head, this.doc);
    const words: string | undefined = at?.type instanceof Y.XmlText ? at.type.toJSON() : undefined;
    return at && words !== undefined ? `${words.slice(0, at.index)}|${words.slice(at.index)}` : undefined;
  }

  texts(): Y.XmlText[] {
    return this.lines.toArray().flatMap((line) => (line instanceof Y.XmlElement ? line.toArray() : [])) as Y.XmlText[];
  }

  get says(): string[] {
    return this.lines.toArray().map((line) => (line instanceof Y.XmlElement ? line.toArray().join('') : ''));
  }
}

/** Everybody hears what was sent before this, in the order in which the program keeps it: `first` first. */
function exchange(...desks: Desk[]): void {
  while (desks.some(({ sent }) => sent.length > 0))
    for (const desk of desks) {
      const updates = desk.sent.splice(0);
      for (const other of desks) if (other !== desk) for (const update of updates) other.hear(update);
    }
}

let one: Desk;
let other: Desk;

beforeEach(() => {
  const doc = new Y.Doc();
  for (const words of ['Vi möts ofta.', 'Regionen kallar. Kommunen svarar.', 'Sist.']) {
    const line = new Y.XmlElement(LIVE_LINE);
    line.insert(0, [new Y.XmlText(words)]);
    doc.getXmlFragment(LIVE_TEXT).push([line]);
  }
  [one, other] = [new Desk(Y.encodeStateAsUpdate(doc)), new Desk(Y.encodeStateAsUpdate(doc))];
});

describe.each([['whoever types is heard first', true] as const, ['whoever types is heard last', false] as const])(
  'what is typed in a line, %s,',
  (_, isFirst) => {
    const meet = () => (isFirst ? exchange(one, other) : exchange(other, one));

    test('goes along with the end of the line that somebody else divides at the same time, and the cursor too', () => {
      one.standAfter('svarar');
      other.divide('Kommunen');
      one.typeAfter(' inom en vecka', 'svarar');
      meet();
      expect(one.says).toEqual(['Vi möts ofta.', 'Regionen kallar. ', 'Kommunen svarar inom en vecka.', 'Sist.']);
      expect(other.says).toEqual(one.says);
      expect(one.stands).toBe('Kommunen svarar inom en vecka|.');
    });

    test('goes along with the line that somebody else joins to the one before, and the cursor too', () => {
      one.standAfter('svarar');
      other.join('Regionen');
      one.typeAfter(' inom en vecka', 'svarar');
      meet();
      expect(one.says).toEqual(['Vi möts ofta.Regionen kallar. Kommunen svarar inom en vecka.', 'Sist.']);
      expect(other.says).toEqual(one.says);
      expect(one.stands).toBe('Vi möts ofta.Regionen kallar. Kommunen svarar inom en vecka|.');
    });

    test('gets a line of its own where somebody else takes the line away, and the cursor is in it', () => {
      one.standAfter('svarar');
      other.remove('Regionen');
      one.typeAfter(' inom en vecka', 'svarar');
      meet();
      expect(one.says).toEqual(['Vi möts ofta.', ' inom en vecka', 'Sist.']);
      expect(other.says).toEqual(one.says);
      expect(one.stands).toBe(' inom en vecka|');
    });

    test('comes to the right places when it is at several of them', () => {
      other.divide('Kommunen');
      one.type('Nu ', 'Regionen');
      one.typeAfter(' snart', 'kallar');
      one.typeAfter(' alltid', 'Kommunen');
      one.typeAfter(' i tid', 'svarar');
      meet();
      expect(one.says).toEqual(['Vi möts ofta.', 'Nu Regionen kallar snart. ', 'Kommunen alltid svarar i tid.', 'Sist.']);
      expect(other.says).toEqual(one.says);
    });
  },
);

test('a cursor goes along also when nothing is typed, and stays where it is in what is not moved', () => {
  one.standAfter('svarar');
  other.divide('Kommunen');
  exchange(one, other);
  expect(one.stands).toBe('Kommunen svarar|.');
  other.divide('svarar');
  one.standAfter('Komm');
  exchange(one, other);
  expect(one.stands).toBe('Komm|unen ');
});

test('never is a sign lost that somebody typed, whatever others divide and join meanwhile, and all have the same text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(2), fc.constantFrom('type', 'divide', 'join', 'exchange'), fc.nat(), fc.nat()), { maxLength: 40 }),
      (acts) => {
        const state = Y.encodeStateAsUpdate(one.doc);
        const desks = [new Desk(state), new Desk(state), new Desk(state)];
        const typed: string[] = [];
        for (const [who, act, nth, where] of acts) {
          const desk = desks[who] as Desk;
          if (act === 'exchange') exchange(...desks);
          else
            desk.edit((tr) => {
              let start = 0;
              const line = tr.doc.child(nth % tr.doc.childCount);
              for (let before = 0; before < nth % tr.doc.childCount; before++) start += tr.doc.child(before).nodeSize;
              const at = start + 1 + (where % (line.content.size + 1));
              if (act === 'divide') return tr.split(at);
              if (act === 'join') return start === 0 ? tr : tr.join(start);
              typed.push(String.fromCharCode(0x4e00 + typed.length));
              return tr.insertText(typed.at(-1) ?? '', at);
            });
        }
        exchange(...desks);
        const [says = [], ...others] = desks.map((desk) => desk.says);
        for (const same of others) expect(same).toEqual(says);
        for (const sign of typed) expect(says.join('\n')).toContain(sign);
      },
    ),
    { numRuns: 300 },
  );
});
