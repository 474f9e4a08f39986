import * as Y from 'yjs';
import { LIVE_LINE } from '../../domain/drafts/live-form.ts';

/** Where somebody's cursor is, or what they have marked. */
export type Cursor = { anchor: Y.RelativePosition; head: Y.RelativePosition };

/** A place in a text, counted in what is seen of it. */
type Place = { readonly text: Y.XmlText; readonly index: number };

/** A character that is in a text (`at`: so many are seen before it), or was until now. `isTaken`: whoever took it away had seen it. */
type Sign = { readonly char: string; readonly id: Y.ID; readonly at: number; readonly isGone: boolean; readonly isTaken: boolean };

/** What is done at the same time: what somebody else did, and what of it they said themselves that they took away. */
type Change = { readonly done: Y.Transaction; readonly said: Taken; readonly lines: Y.XmlFragment };
type Taken = ReturnType<typeof Y.decodeUpdate>['ds'];

/**
 * Lets what is typed here go along with its line when somebody else divides, joins or takes away that line at the same time. An editor divides a line by taking its end away and writing it
 * anew in another line, and joins two in the same manner: what was typed meanwhile would be left behind in the wrong line or be lost with its own, and the cursor too. Each browser moves what it
 * has typed itself, so that nothing is moved twice; words whose line is gone get one of their own. Answers what is to be told each update, before it comes into the document.
 */
export function ownWordsFollow(doc: Y.Doc, lines: Y.XmlFragment, cursor: () => Cursor | null): (update: Uint8Array) => void {
  let said: Taken | undefined;
  doc.on('beforeObserverCalls', (done: Y.Transaction) => {
    if (done.origin !== 'remote' || !said) return;
    const change = { done, said, lines };
    said = undefined;
    const moves = textsIn(change).map((text) => moveOf(text, change, doc.clientID));
    const at = cursor();
    if (at) for (const move of moves) [at.anchor, at.head] = [move.goesTo(at.anchor), move.goesTo(at.head)];
    // Not before the texts have heard of the change themselves: until then they find their places where they were.
    if (moves.some(({ runs }) => runs.length > 0)) doc.once('afterTransaction', () => doc.transact(() => moveWords(moves, lines, at)));
  });
  return (update) => {
    const { ds } = Y.decodeUpdate(update);
    said = ds.clients.size > 0 ? ds : undefined;
  };
}

/** Words that were typed here, one after another, and before how many of the taken signs they stand. `from`: where they still are; undefined when they are gone. */
type Run = { words: string; readonly before: number; readonly from: number | undefined };
type Move = {
  readonly text: Y.XmlText;
  readonly runs: readonly Run[];
  /** Where the place before a taken sign is now; undefined when what was taken away is nowhere. */
  readonly placeOf: (before: number) => Place | undefined;
  readonly goesTo: (position: Y.RelativePosition) => Y.RelativePosition;
};

/** What is to become of what is typed in a text of which something was taken away: nothing, when it was not put elsewhere and the line is there. */
function moveOf(text: Y.XmlText, { done, said, lines }: Change, client: number): Move {
  const signs = signsOf(text, done, said);
  const isGone = text._item?.deleted === true;
  const taken = signs.filter((sign) => sign.isTaken).map(({ char }) => char);
  const fresh = freshIn(lines, done).filter(({ place }) => isGone || isFresh(place.text._item?.parent, done));
  const at =
    taken.length === 0
      ? -1
      : fresh
          .map(({ char }) => char)
          .join('')
          .indexOf(taken.join(''));
  const placeOf = (before: number): Place | undefined => {
    const [next, last] = [fresh[at + before]?.place, fresh[at + before - 1]?.place];
    if (at < 0) return undefined;
    return before < taken.length ? next : last && { text: last.text, index: last.index + 1 };
  };
  const runs: Run[] = [];
  let before = 0;
  for (const sign of signs) {
    if (sign.isTaken) before += 1;
    const isStray = isGone ? sign.isGone && !sign.isTaken : at >= 0 && before > 0 && !sign.isGone;
    if (!isStray || sign.id.client !== client) continue;
    const last = runs.at(-1);
    const goesOn = last?.before === before && (isGone || last.from === sign.at - last.words.length);
    if (last && goesOn) last.words += sign.char;
    else runs.push({ words: sign.char, before, from: isGone ? undefined : sign.at });
  }
  const goesTo = (position: Y.RelativePosition) => {
    const nth = signs.findIndex(({ id }) => position.item !== null && Y.compareIDs(id, position.item));
    const isAtEnd = position.item === null && position.type !== null && Y.compareIDs(position.type, text._item?.id ?? null);
    const passed = signs.slice(0, nth < 0 ? undefined : nth + (signs[nth]?.isTaken ? 0 : 1)).filter(({ isTaken }) => isTaken).length;
    const place = (nth >= 0 && (passed > 0 || signs[nth]?.isTaken)) || isAtEnd ? placeOf(passed) : undefined;
    return place ? Y.createRelativePositionFromTypeIndex(place.text, place.index) : position;
  };
  return { text, runs, placeOf, goesTo };
}

function moveWords(moves: readonly Move[], lines: Y.XmlFragment, cursor: Cursor | null): void {
  const arrivals: { readonly words: string; readonly to: Place }[] = [];
  for (const { text, runs, placeOf } of moves) {
    for (const { words, from } of [...runs].reverse()) if (from !== undefined) text.delete(from, words.length);
    for (const { words, before } of runs) {
      const to = placeOf(before);
      if (to) arrivals.push({ words, to });
    }
    const left = runs
      .filter(({ before }) => !placeOf(before))
      .map(({ words }) => words)
      .join('');
    if (left.trim() !== '') addLine(lines, text, left, cursor);
  }
  // From the last to the first: what is put in moves no place that is still to come.
  arrivals.sort((one, other) => one.to.index - other.to.index);
  for (const { words, to } of arrivals.reverse()) to.text.insert(to.index, words);
}

/** A line of their own for words whose line is gone, where that was. The cursor goes there. */
function addLine(lines: Y.XmlFragment, gone: Y.XmlText, words: string, cursor: Cursor | null): void {
  let item = gone._item;
  while (item && item.parent !== lines) item = (item.parent as Y.XmlElement)._item;
  while (item?.deleted) item = item.left;
  const before = item?.content instanceof Y.ContentType ? lines.toArray().indexOf(item.content.type as Y.XmlElement) : -1;
  const line = new Y.XmlElement(LIVE_LINE);
  const text = new Y.XmlText(words);
  line.insert(0, [text]);
  lines.insert(before + 1, [line]);
  if (!cursor || ![cursor.anchor, cursor.head].every((end) => isIn(end, gone))) return;
  cursor.anchor = Y.createRelativePositionFromTypeIndex(text, words.length);
  cursor.head = cursor.anchor;
}

/** The texts of which something was taken away, and those that went with their lines. */
function textsIn({ done, lines }: Change): Y.XmlText[] {
  const texts = new Set<Y.XmlText>();
  for (const type of done.changed.keys()) if (type instanceof Y.XmlText) texts.add(type);
  Y.iterateDeletedStructs(done, done.deleteSet, (struct) => {
    const content = struct instanceof Y.Item ? struct.content : undefined;
    if (content instanceof Y.ContentType && content.type instanceof Y.XmlText) texts.add(content.type);
  });
  return [...texts].filter((text) => text._item !== null && Y.isParentOf(lines, text._item));
}

/** What a text says, sign by sign, with what it said until this change. */
function signsOf(text: Y.XmlText, done: Y.Transaction, said: Taken): Sign[] {
  const signs: Sign[] = [];
  let at = 0;
  for (let item = text._start; item; item = item.right) {
    const { content, deleted } = item;
    if (!(content instanceof Y.ContentString) || (deleted && !Y.isDeleted(done.deleteSet, item.id))) continue;
    for (let nth = 0; nth < content.str.length; nth++) {
      const id = Y.createID(item.id.client, item.id.clock + nth);
      signs.push({ char: content.str[nth] ?? '', id, at, isGone: deleted, isTaken: deleted && Y.isDeleted(said, id) });
      if (!deleted) at += 1;
    }
  }
  return signs;
}

/** What this change has written anywhere, in the order of the text. */
function freshIn(within: Y.XmlFragment, done: Y.Transaction): { readonly char: string; readonly place: Place }[] {
  return within.toArray().flatMap((part) => {
    if (part instanceof Y.XmlElement) return freshIn(part, done);
    if (!(part instanceof Y.XmlText)) return [];
    const signs = signsOf(part, done, Y.createDeleteSet()).filter(({ isGone }) => !isGone);
    return signs.filter(({ id }) => isNew(id, done)).map(({ char, at }) => ({ char, place: { text: part, index: at } }));
  });
}

const isNew = ({ client, clock }: Y.ID, done: Y.Transaction) => clock >= (done.beforeState.get(client) ?? 0);

function isFresh(line: unknown, done: Y.Transaction): boolean {
  return line instanceof Y.XmlElement && line._item !== null && isNew(line._item.id, done);
}

/** Is the position in this text? */
function isIn({ item, type }: Y.RelativePosition, text: Y.XmlText): boolean {
  if (type !== null) return Y.compareIDs(type, text._item?.id ?? null);
  for (let one = text._start; one; one = one.right)
    if (item && one.id.client === item.client && one.id.clock <= item.clock && item.clock < one.id.clock + one.length) return true;
  return false;
}
