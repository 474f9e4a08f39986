import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { AgreementText, type Kept } from '../../ui/index.ts';
import { documentSections, type ShowText } from './agreement-text.tsx';
import { joinKeeping, type Pieces, piecesOf } from './keep-day.ts';

/** How the sentences that cite law are shown, and what says that they are shown in the same way on two days. */
export type ShownLaw = { readonly showText: ShowText; readonly marks: string };

/** A sentence that cites law, or a part of one: its words, its place and where in the sentence it begins. */
type Citing = { readonly text: string; readonly place: string; readonly from: number };

/** The text with a hole for each sentence that cites law, and those sentences in the last few ways that they were shown. */
type Made = { readonly around: readonly Pieces[]; readonly citing: readonly Citing[]; readonly shown: Map<string, readonly Pieces[]> };

/** No text holds it: the database refuses it. */
const HOLE = '\u0000';

/** Ways of showing citations kept for each version: between two days on which some law began or ended they are one. */
const MOST_WAYS = 6;

const kept = new WeakMap<AgreementFile, Made>();

/**
 * The text of an agreement as HTML, its links leading to the day and version that are kept. All of it but the sentences that cite law and the
 * links' ends is the same on every day, and is made once.
 */
export async function textAsHtml(agreement: AgreementFile, law: ShownLaw, along: Kept) {
  const made = kept.get(agreement) ?? (await make(agreement, law.showText));
  kept.set(agreement, made);
  const shown = made.shown.get(law.marks) ?? (await showCiting(made, law, agreement.slug));
  const parts = made.around.map((pieces, index) => joinKeeping(pieces, along) + joinKeeping(shown[index] ?? [], along));
  return raw(parts.join(''));
}

async function make(agreement: AgreementFile, showText: ShowText): Promise<Made> {
  const citing: Citing[] = [];
  const withHoles: ShowText = (text, place, from = 0) => {
    if (showText(text, place, from) === text) return text;
    citing.push({ text, place, from });
    return HOLE;
  };
  const html = <AgreementText sections={documentSections(agreement, withHoles)} level={3} />;
  // Through bytes: a string that was put together of thousands of pieces is kept in thousands of pieces.
  const whole = Buffer.from(String(await html.toString())).toString();
  return { around: whole.split(HOLE).map((part) => piecesOf(part, agreement.slug)), citing, shown: new Map() };
}

async function showCiting({ citing, shown }: Made, { showText, marks }: ShownLaw, slug: string): Promise<readonly Pieces[]> {
  const sentences = await Promise.all(citing.map(({ text, place, from }) => htmlOf(showText(text, place, from))));
  const pieces = sentences.map((html) => piecesOf(html, slug));
  const [oldest] = shown.keys();
  if (oldest !== undefined && shown.size >= MOST_WAYS) shown.delete(oldest);
  shown.set(marks, pieces);
  return pieces;
}

async function htmlOf(child: Child): Promise<string> {
  const html = <>{child}</>;
  return String(await html.toString());
}
