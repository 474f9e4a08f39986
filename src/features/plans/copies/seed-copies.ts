import { createHash } from 'node:crypto';
import { type DataKind, dataKinds } from '../../../domain/consents/kinds.ts';
import { type CopyHead, copyOf } from '../../../domain/plans/plan-copy.ts';
import type { Ground } from '../../../domain/plans/reach.ts';
import { VersionContent } from '../../../domain/plans/version-content.ts';
import { holding } from '../../../domain/plans/wordings.ts';
import { writePdf } from '../../../formats/pdf/write-pdf.ts';
import { insertSeedAct, type KeyRing, stableId, type Tx } from '../../../platform/index.ts';
import { listGoals } from '../contents/contents.sql.ts';
import { GoalWords } from '../contents/contents.ts';
import { contexts } from '../sealed.ts';
import type { SeedUnit } from '../seed-plans.ts';
import { findSeedName, insertCopy, insertDocument, insertOutcome, insertReceipt, listSeedNames } from './copies.sql.ts';
import { copyDocument } from './copy-document.ts';

export type SeedMeasure = {
  readonly unit: SeedUnit;
  readonly need: string;
  readonly what: string;
  readonly who: string;
  readonly outside: string;
};

/** What the established version of a fictional plan holds, in the form in which versions are kept. */
export async function seedContent(tx: Tx, keys: KeyRing, { plan, by, on, measures, followUp }: SeedVersion): Promise<VersionContent> {
  const { places, account } = await listSeedNames(
    tx,
    measures.map(({ unit }) => unit.id),
    by.account,
  );
  const placeOf = (id: string) => places.find((one) => one.id === id);
  const goals = holding(await listGoals(tx, plan));
  return {
    identity: { name: await findSeedName(tx, plan) },
    texts: [],
    goals: goals.map(({ id, wording, number, voice, horizon, cipher }) => ({
      ...{ id, number, voice, horizon },
      ...GoalWords.parse(JSON.parse(keys.decrypt(cipher, contexts.goalWords(wording)))),
    })),
    measures: measures.map(({ unit, need, what, who, outside }, nth) => ({
      ...{
        id: stableId(`${plan}:measure-of:${nth}`),
        doer: 'huvudman' as const,
        number: 1,
        need,
        what,
        who,
        ownPart: '',
        agreement: null,
        row: null,
        outside,
      },
      ...{ organisation: unit.organisation, organisation_name: placeOf(unit.id)?.organisation ?? null },
      ...{ unit: unit.id, unit_name: placeOf(unit.id)?.unit ?? null, starts: on.toString(), target: followUp.toString(), differs: false },
    })),
    duties: {
      overall: { id: by.organisation, name: placeOf(by.id)?.organisation ?? '' },
      coordinator: { id: by.account, name: account },
      followUp: followUp.toString(),
      participation: { took: true },
    },
    units: places.map(({ unit, organisation }) => ({ unit, organisation })),
  };
}

export type SeedVersion = {
  readonly plan: string;
  readonly by: SeedUnit & { readonly account: string };
  readonly on: Temporal.PlainDate;
  readonly measures: readonly SeedMeasure[];
  readonly followUp: Temporal.PlainDate;
};

/** The kinds of data that the fictional person lets the other unit read once the plan is carried out. */
const LENT: readonly DataKind[] = ['identity', 'meeting', 'needs', 'goals', 'measures'];

/** Delivers the copies of a fictional version: to the unit that leads, which has opened its own; to the other, by consent; and to the person. As the owner. */
export async function seedCopies(
  tx: Tx,
  keys: KeyRing,
  version: { readonly plan: string; readonly id: string; readonly number: number; readonly content: object },
  { by, measures }: Pick<SeedVersion, 'by' | 'measures'>,
  at: Temporal.Instant,
): Promise<void> {
  const content = VersionContent.parse(version.content);
  const { places } = await listSeedNames(
    tx,
    measures.map(({ unit }) => unit.id),
    by.account,
  );
  const nameOf = (id: string) => places.find((one) => one.id === id) ?? { unit: '', organisation: '' };
  const consent: Ground = { kind: 'consent', id: stableId(`${version.plan}:lift-secrecy`) };
  const receivers = [undefined, ...new Map(measures.map(({ unit }) => [unit.id, unit])).values()];
  for (const unit of receivers) {
    const id = stableId(`${version.plan}:copy:${version.number}:${unit?.id ?? 'own'}`);
    const to = unit && { organisation: unit.organisation, unit: unit.id };
    const ordered = { id, version: version.id, number: version.number, attempt: 1, to };
    if (!(await insertCopy(tx, version.plan, ordered, by.account, at))) continue;
    const lent = unit !== undefined && unit.id !== by.id;
    const ground: Ground = lent ? consent : { kind: unit ? 'own' : 'individual' };
    const grounds = new Map((lent ? LENT : dataKinds).map((kind) => [kind, ground]));
    const { unit: name, organisation } = nameOf(unit?.id ?? '');
    const head: CopyHead = {
      ...{ copy: id, plan: version.plan, kind: 'sip', version: version.number, establishedAt: at.toString(), deliveredAt: at.toString() },
      from: { unit: nameOf(by.id).unit, organisation: nameOf(by.id).organisation },
      ...(unit ? { to: { unit: name, organisation } } : {}),
    };
    const copy = copyOf(head, content, grounds);
    if (!copy) continue;
    const pdf = await writePdf(copyDocument(copy));
    await insertOutcome(tx, id, version.plan, 'delivered', at);
    const document = {
      ...{ copy: id, plan: version.plan, grounds, certificate: null },
      content: keys.encrypt(JSON.stringify(copy), contexts.copy(id)),
      pdf: keys.encrypt(Buffer.from(pdf).toString('base64'), contexts.copyPdf(id)),
      sha256: createHash('sha256').update(pdf).digest('hex'),
    };
    await insertDocument(tx, document, at);
    if (unit?.id === by.id) await insertReceipt(tx, id, version.plan, by.account, at.add({ hours: 1 }));
    await insertSeedAct(tx, {
      id: stableId(`${id}:delivered`),
      kind: 'plans.deliver-copy',
      account: by.account,
      subject: { kind: 'plan', id: version.plan },
      at: at.toString(),
      content: { copy: id, number: version.number, outcome: 'delivered', kinds: [...grounds.keys()] },
    });
  }
}
