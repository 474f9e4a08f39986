import type { Role } from '../../domain/access/roles.ts';
import { sentencesOf } from '../../domain/agreements/sections.ts';
import type { Outcome, Receiver, ReceiverKind } from '../../domain/consultations/round.ts';
import { sentText } from '../../domain/consultations/sent-text.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { anchorAt } from '../../domain/drafts/anchor.ts';
import { type Facts, insertSeedAct, stableId, type Tx } from '../../platform/index.ts';
import { findSeededDraft, hashOf } from '../drafts/index.ts';
import { insertComment, insertDisposition, insertReply } from './comments.sql.ts';
import { findRound, insertExtension, insertOpening, insertReceiver, insertRound } from './consultations.sql.ts';
import { seedTexts as texts } from './texts.ts';

/** Those of the demonstration who can be asked, and who acts for them. */
export type SeedAsked = {
  readonly writer: string;
  readonly staff: readonly {
    readonly account: string;
    readonly home: string;
    readonly assignments: readonly [{ role: Role; unit?: string }, ...unknown[]];
  }[];
  readonly organisations: readonly { readonly id: string; readonly kind: ReceiverKind; readonly name: string }[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
};

type Seeded = {
  readonly draft: string;
  readonly round: string;
  readonly opened: string;
  readonly lastDay: string;
  /** A later last day that was given two days after it was opened. */
  readonly extendedTo?: string;
  readonly closed?: string;
};
type Speaker = { readonly receiver: Receiver; readonly account: string };

/**
 * Two fictional rounds for a county, once: one that anyone may read and that is open, on the working copy that is being written, and one that is closed, on
 * the one that the parties have for decision. For demo mode, as the owner.
 */
export async function seedConsultations(tx: Tx, { code }: CountyFile, asked: SeedAsked): Promise<void> {
  const written = { draft: stableId(`demo:draft:${code}`), round: stableId(`demo:round:${code}`) };
  const submitted = { draft: stableId(`demo:submitted:${code}`), round: stableId(`demo:closed-round:${code}`) };
  await seedRound(tx, code, asked, { ...written, opened: '2026-11-16', lastDay: '2027-01-15', extendedTo: '2027-01-31' });
  await seedRound(tx, code, asked, { ...submitted, opened: '2026-09-07', lastDay: '2026-10-16', closed: '2026-10-20' });
}

/** A fictional round that was closed before the fictional local agreement of a county was decided, once; there has to be one. For demo mode, as the owner. */
export async function seedLocalConsultation(tx: Tx, code: string, asked: SeedAsked): Promise<void> {
  const local = { draft: stableId(`demo:local:${code}`), round: stableId(`demo:local-round:${code}`) };
  const organisations = asked.organisations.filter(({ kind }) => kind === 'user-organisation');
  await seedRound(tx, code, { ...asked, organisations }, { ...local, opened: '2026-02-02', lastDay: '2026-02-16', closed: '2026-02-17' });
}

async function seedRound(tx: Tx, county: string, asked: SeedAsked, seeded: Seeded): Promise<void> {
  const { round, opened, lastDay, extendedTo, closed } = seeded;
  const found = await findSeededDraft(tx, seeded.draft);
  if (!found || (await findRound(tx, round))) return;
  const { row, text } = found;
  const { slug, kind, label, municipalities } = row;
  const content = sentText(text, []);
  const facts = { id: round, draft: row.id, county, slug, label, kind, municipalities, revision: 1, hash: hashOf(text), content };
  const said = { level: closed ? 'dialogue' : 'consultation', asks: texts.asks, lastDay, isPublic: closed === undefined } as const;
  await insertRound(tx, { ...facts, ...said }, { account: asked.writer, at: Temporal.Instant.from(`${opened}T09:00:00Z`) });
  const speakers = speakersOf(asked);
  for (const { receiver } of speakers) await insertReceiver(tx, round, receiver);
  const names = speakers.map(({ receiver }) => receiver.receiver);
  await act(tx, seeded, 'consultations.open', asked.writer, opened, { draft: row.id, lastDay, public: said.isPublic, receivers: names });
  const day = Temporal.PlainDate.from(opened).add({ days: 2 }).toString();
  if (extendedTo) {
    const made = await act(tx, seeded, 'consultations.extend', asked.writer, day, {
      draft: row.id,
      number: 1,
      from: lastDay,
      lastDay: extendedTo,
    });
    const at = Temporal.Instant.from(`${day}T10:00:00Z`);
    await insertExtension(tx, { act: made, round, number: 1, lastDay: extendedTo, reason: texts.extension, at });
  }
  const places = sentencesOf(content).map(({ cite }) => cite);
  const outcomes: readonly Outcome[] = ['accepted', 'rejected', 'noted'];
  for (const [nth, { receiver, account }] of speakers.slice(0, texts.comments.length).entries()) {
    await insertOpening(tx, round, receiver.receiver, Temporal.Instant.from(`${day}T09:30:00Z`));
    const id = await comment(tx, seeded, { nth, account, receiver: receiver.receiver, on: day, place: places[nth * 3] ?? '', content });
    const outcome = outcomes[nth];
    if (outcome && (closed || nth === 0)) await dispose(tx, seeded, asked.writer, id, outcome, texts.reasons[nth] ?? '', closed ?? day);
  }
  const letter = await comment(tx, seeded, { nth: 9, account: asked.writer, receiver: null, on: day, place: '', content });
  if (!closed) return;
  await dispose(tx, seeded, asked.writer, letter, 'in-part', texts.reasons[3] ?? '', closed);
  const last = speakers.at(-1);
  if (last && speakers.length > texts.comments.length) {
    const reply = {
      round,
      receiver: last.receiver.receiver,
      stance: 'no-remarks',
      on: day,
      at: Temporal.Instant.from(`${day}T10:00:00Z`),
    } as const;
    await insertReply(tx, { ...reply, act: await act(tx, seeded, 'consultations.reply', last.account, day, { receiver: reply.receiver }) });
  }
  await act(tx, seeded, 'consultations.close', asked.writer, closed, { draft: row.id });
}

/** One of each kind: an organisation of users, a municipality, a unit, and the region. */
function speakersOf({ staff, organisations, units }: SeedAsked): Speaker[] {
  const holding = (role: Role, home: string, unit?: string) =>
    staff.find(({ home: at, assignments: [held] }) => at === home && held.role === role && (unit === undefined || held.unit === unit))
      ?.account;
  const found = organisations.flatMap(({ id, kind, name }): Speaker[] => {
    const account = holding(kind === 'user-organisation' ? 'user-organisation' : 'registrar', id);
    return account ? [{ account, receiver: { receiver: `${kind}:${id}`, kind, id, name } }] : [];
  });
  const unit = units.flatMap(({ id, name }): Speaker[] => {
    const account = staff.find(({ assignments: [held] }) => held.role === 'unit-manager' && held.unit === id)?.account;
    return account ? [{ account, receiver: { receiver: `unit:${id}`, kind: 'unit', id, name } }] : [];
  })[0];
  const [users, town, ...others] = found;
  return [users, town, unit, ...others].filter((one) => one !== undefined);
}

type Said = {
  readonly nth: number;
  readonly account: string;
  readonly receiver: string | null;
  readonly on: string;
  readonly place: string;
  readonly content: Parameters<typeof anchorAt>[1];
};

async function comment(tx: Tx, seeded: Seeded, { nth, account, receiver, on, place, content }: Said): Promise<string> {
  const id = stableId(`${seeded.round}:comment:${nth}`);
  const { section = null, sentence = null, words = '' } = anchorAt(place, content) ?? {};
  const isLetter = receiver === null;
  const kind = isLetter ? 'consultations.enter' : 'consultations.comment';
  const made = await act(tx, seeded, kind, account, on, { comment: id, receiver, cameOn: on, section, sentence });
  const author = isLetter
    ? ({ source: 'letter', receiver, fromWhom: texts.person, text: texts.letter } as const)
    : ({ source: 'receiver', receiver, fromWhom: '', text: texts.comments[nth] ?? '' } as const);
  const at = Temporal.Instant.from(`${on}T10:00:00Z`);
  await insertComment(tx, { id, act: made, round: seeded.round, ...author, cameOn: on, section, sentence, words, account, at });
  return id;
}

async function dispose(
  tx: Tx,
  seeded: Seeded,
  account: string,
  comment: string,
  outcome: Outcome,
  reason: string,
  on: string,
): Promise<void> {
  const made = await act(tx, seeded, 'consultations.dispose', account, on, { comment, outcome, number: 1 });
  await insertDisposition(tx, { act: made, comment, number: 1, outcome, reason, at: Temporal.Instant.from(`${on}T11:00:00Z`) });
}

async function act(tx: Tx, { round }: Seeded, kind: string, account: string, on: string, content: Facts): Promise<string> {
  const id = stableId(`${round}:${kind}:${String(content.comment ?? account)}`);
  await insertSeedAct(tx, { id, kind, account, subject: { kind: 'consultation', id: round }, at: `${on}T10:00:00Z`, content });
  return id;
}
