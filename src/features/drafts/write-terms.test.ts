import { describe, expect, test } from 'vitest';
import { approveDraft } from './approve-draft.ts';
import { done, givenDrafts } from './given-drafts.ts';
import { removeAdoptionStep, writeAdoptionStep } from './write-adoption.ts';
import { addLadder, removeLadderStep, writeLadderRule, writeLadderStep } from './write-ladders.ts';
import { removeLocalPart, writeLocalPart } from './write-local-parts.ts';
import { writeRowConditions, writeRowGround, writeRowLimits, writeRowWhen } from './write-rows.ts';
import {
  removeDraftTerm,
  writeDraftDutyToInform,
  writeDraftExtension,
  writeDraftInside,
  writeDraftLocalAgreements,
  writeDraftMinorAmendment,
  writeDraftSituations,
  writeDraftTarget,
  writeDraftTermination,
} from './write-terms.ts';

const { writers, opened, read } = await givenDrafts();
const { region, municipality } = writers['06'];
const draft = await opened('06', 'villkor-06');

/** Which draft, and what somebody who opens a form now has seen of it. */
const now = async () => ({ draft, seen: (await read(region, draft)).number });
const termsNow = async () => (await read(region, draft)).draft.text.terms;
const rowNow = async (id: string) => (await read(region, draft)).draft.text.responsibilities.find((row) => row.id === id);
const cites = ['varaktighet.a1'];
const none = { picks: [], numbers: {} };

/** The fields that a refusal finds fault with. */
const faultsOf = (answer: unknown) =>
  (answer as { params?: { faults?: { pointer: string }[] } }).params?.faults?.map(({ pointer }) => pointer);

describe('a term', () => {
  test('that rests on nothing, or on a sentence that is not there, is refused beside its field and changes nothing', async () => {
    const before = await read(region, draft);
    const duty = { who: 'Varje part', to: 'De andra', about: 'Ändringar.' };
    for (const wrong of [[], ['varaktighet.a99'], ['finns-inte']]) {
      const refused = await writeDraftDutyToInform(region, { ...(await now()), ...duty, cites: wrong });
      expect(refused).toMatchObject({ code: 'input-invalid' });
      expect(faultsOf(refused)?.every((pointer) => pointer.startsWith('/cites'))).toBe(true);
    }
    expect((await read(region, draft)).number).toBe(before.number);
    done(await writeDraftDutyToInform(region, { ...(await now()), ...duty, cites }));
    expect((await termsNow())['duty-to-inform']).toEqual({ ...duty, cites });
  });

  test('is a place of its own, approved by both sides as it stands and by neither when it is written again', async () => {
    const place = 'term:termination';
    const write = async (instead: string) =>
      done(await writeDraftTermination(region, { ...(await now()), allowed: 'no', instead, notice: ['reko'], cites }));
    await write('Påtala bristen skriftligt.');
    const { hashes } = await read(region, draft);
    const places = [{ place, hash: hashes.get(place) ?? '' }];
    for (const scope of [region, municipality]) done(await approveDraft(scope, { draft, places }));
    expect((await read(region, draft)).approvals.get(place)?.size).toBe(2);
    await write('Ta upp det i ReKo.');
    expect((await read(region, draft)).approvals.get(place)?.size).toBe(0);
  });

  test('that an agreement can be without is taken away, once', async () => {
    done(await writeDraftMinorAmendment(region, { ...(await now()), by: ['reko'], 'may-not-touch': ['Syfte'], cites }));
    done(await removeDraftTerm(region, { ...(await now()), term: 'minor-amendment' }));
    expect(await termsNow()).not.toHaveProperty('minor-amendment');
    expect(await removeDraftTerm(region, { ...(await now()), term: 'minor-amendment' })).toMatchObject({ code: 'term-not-found' });
  });

  test('of extension is refused as long as the agreement has no last day', async () => {
    const extension = { months: '12', times: '1', requires: ['no-successor' as const], cites };
    const refused = await writeDraftExtension(region, { ...(await now()), ...extension });
    expect(refused).toMatchObject({ code: 'input-invalid' });
    expect(await termsNow()).not.toHaveProperty('extension');
  });

  test('names no body, seat or party that the county does not have', async () => {
    const refused = await writeDraftTermination(region, { ...(await now()), allowed: 'no', instead: '', notice: ['finns-inte'], cites });
    expect(faultsOf(refused)).toEqual(['/notice/0']);
  });

  test('about the target group takes ages and situations apart, and says no to an age that is no number', async () => {
    const { target } = await termsNow();
    const typed = { description: 'Vuxna.', 'applies-instead': [], vulnerable: ['Gravida'], note: '', cites };
    const age = (min: string, max: string) => ({ picks: [], numbers: { age: { min, max } } });
    expect(await writeDraftTarget(region, { ...(await now()), ...typed, conditions: age('arton', '') })).toMatchObject({
      code: 'condition-not-a-number',
      params: { field: 'conditions', fact: 'age', edge: 'min' },
    });
    done(await writeDraftTarget(region, { ...(await now()), ...typed, conditions: age('20', '64') }));
    expect((await termsNow()).target).toMatchObject({ when: target?.when, conditions: { age: { min: 20, max: 64 } } });
    done(await writeDraftSituations(region, { ...(await now()), when: { picks: ['substance:alcohol'], numbers: {} } }));
    expect((await termsNow()).target).toMatchObject({ when: { substance: { any: ['alcohol'] } }, vulnerable: ['Gravida'] });
    const unknown = await writeDraftSituations(region, { ...(await now()), when: { picks: ['substance:tea'], numbers: {} } });
    expect(faultsOf(unknown)?.[0]).toMatch(/^\/when/);
  });
});

describe('the local agreements', () => {
  test('have the parts that are written, in the order they are put, and none without text that it rests on', async () => {
    const local = { per: 'municipality' as const, responsible: ['each-party'], purpose: 'Säga hur.', cites };
    done(
      await removeDraftTerm(region, { ...(await now()), term: 'local-agreements' }).then((one) => ('code' in one ? { number: 0 } : one)),
    );
    const part = { heading: 'Mötesplatser', guidance: ['Var och när?'], cites };
    expect(await writeLocalPart(region, { ...(await now()), ...part, after: -1 })).toMatchObject({ code: 'term-not-found' });
    done(await writeDraftLocalAgreements(region, { ...(await now()), ...local }));
    for (const after of [-1, 0]) done(await writeLocalPart(region, { ...(await now()), ...part, after }));
    const partsNow = async () => (await termsNow())['local-agreements']?.parts.map(({ id }) => id);
    expect(await partsNow()).toEqual(['motesplatser', 'motesplatser-2']);
    expect(faultsOf(await writeLocalPart(region, { ...(await now()), ...part, cites: [], after: 0 }))).toEqual(['/cites']);
    done(await writeLocalPart(region, { ...(await now()), ...part, id: 'motesplatser', heading: 'Träffar', after: 1 }));
    expect(await partsNow()).toEqual(['motesplatser-2', 'motesplatser']);
    done(await removeLocalPart(region, { ...(await now()), id: 'motesplatser-2' }));
    expect(await removeLocalPart(region, { ...(await now()), id: 'motesplatser-2' })).toMatchObject({ code: 'part-not-found' });
    done(await writeDraftLocalAgreements(region, { ...(await now()), ...local, purpose: 'Säga hur, av vem och när.' }));
    expect((await termsNow())['local-agreements']?.parts).toEqual([{ ...part, id: 'motesplatser', heading: 'Träffar' }]);
  });
});

describe('who is inside the target group', () => {
  test('is said apart from the age, and neither form takes away what the other wrote', async () => {
    const typed = { description: 'Vuxna.', 'applies-instead': [], vulnerable: [], note: '', cites };
    const age = (min: string) => ({ picks: [], numbers: { age: { min, max: '' } } });
    done(await writeDraftTarget(region, { ...(await now()), ...typed, conditions: age('18') }));
    done(await writeDraftInside(region, { ...(await now()), conditions: { picks: ['pregnant:yes', 'age:18'], numbers: {} } }));
    done(await writeDraftTarget(region, { ...(await now()), ...typed, conditions: age('20') }));
    expect((await termsNow()).target?.conditions).toEqual({ age: { min: 20 }, pregnant: { is: true } });
    done(await writeDraftInside(region, { ...(await now()), conditions: none }));
    expect((await termsNow()).target?.conditions).toEqual({ age: { min: 20 } });
  });
});

describe('the way to a decision', () => {
  test('has its steps in the order they are put, each named once, and never none', async () => {
    const before = (await termsNow()).adoption ?? [];
    const step = { step: 'consult' as const, by: ['reko'], description: 'ReKo tycker till.', cites };
    for (const after of [-1, 1]) done(await writeAdoptionStep(region, { ...(await now()), ...step, after }));
    const ids = (await termsNow()).adoption?.map(({ id }) => id) ?? [];
    expect(ids).toEqual(['consult', before[0]?.id, 'consult-2', ...before.slice(1).map(({ id }) => id)]);
    done(await writeAdoptionStep(region, { ...(await now()), ...step, id: 'consult', after: ids.length - 1 }));
    expect((await termsNow()).adoption?.at(-1)?.id).toBe('consult');
    for (const id of ids.slice(1)) done(await removeAdoptionStep(region, { ...(await now()), id }));
    expect(await removeAdoptionStep(region, { ...(await now()), id: 'consult' })).toMatchObject({ code: 'only-step' });
  });
});

describe('a ladder', () => {
  test('is climbed from 1 without a gap, whichever steps are put in or taken out', async () => {
    const first = { who: 'Cheferna', body: '', description: 'Inom två veckor.', cites };
    const { ladder } = done(
      await addLadder(region, { ...(await now()), title: 'Tvist i länet', kind: 'regional-dispute', ends: 'body', ...first }),
    );
    const step = { ladder, who: 'ReKo', body: 'reko', description: '', cites };
    done(await writeLadderStep(region, { ...(await now()), ...step, after: 0 }));
    done(await writeLadderStep(region, { ...(await now()), ...step, who: 'De närmaste', body: '', after: -1 }));
    const steps = async () => (await termsNow()).ladders?.find(({ id }) => id === ladder)?.steps ?? [];
    expect((await steps()).map(({ level, who }) => [level, who])).toEqual([
      [1, 'De närmaste'],
      [2, 'Cheferna'],
      [3, 'ReKo'],
    ]);
    done(await removeLadderStep(region, { ...(await now()), ladder, level: 2 }));
    expect((await steps()).map(({ level }) => level)).toEqual([1, 2]);
    expect(await removeLadderStep(region, { ...(await now()), ladder, level: 3 })).toMatchObject({ code: 'step-not-found' });
    expect(faultsOf(await writeLadderStep(region, { ...(await now()), ...step, body: 'finns-inte', after: 0 }))).toEqual(['/body']);
    expect(await writeLadderRule(region, { ...(await now()), ladder, rule: 1, text: 'En regel.', cites })).toMatchObject({
      code: 'ladder-rule-not-found',
    });
    done(await writeLadderRule(region, { ...(await now()), ladder, text: 'En regel.', cites }));
  });
});

describe('a row of responsibility', () => {
  const row = 'JA-02';
  const conditions = { picks: ['pregnant:yes'], numbers: {} };
  const rest = { wayRows: [], consent: '' as const, requires: [] };

  test('sets no condition without saying it in words and without a way forward', async () => {
    const bare = await writeRowConditions(region, { ...(await now()), row, conditions, text: '', way: '', ...rest });
    expect(faultsOf(bare)).toEqual(['/conditions', '/conditions']);
    const words = { text: 'Om hon är gravid.', way: 'Vänd dig till vårdcentralen.' };
    done(await writeRowConditions(region, { ...(await now()), row, conditions, ...words, ...rest, consent: 'required' }));
    expect(await rowNow(row)).toMatchObject({ conditions: { pregnant: { is: true } }, 'way-forward': words.way, consent: 'required' });
    done(await writeRowConditions(region, { ...(await now()), row, conditions: none, text: '', way: '', ...rest }));
    expect(await rowNow(row)).toMatchObject({ conditions: {} });
    expect(await rowNow(row)).not.toHaveProperty('consent');
  });

  test('says of each time limit what it rests on', async () => {
    const limit = { row, value: 'genast', basis: '' as const, strength: '' as const, catalogue: '', more: [] };
    expect(await writeRowLimits(region, { ...(await now()), ...limit })).toMatchObject({ code: 'limit-incomplete' });
    expect(faultsOf(await writeRowLimits(region, { ...(await now()), ...limit, basis: 'law', catalogue: 'D99' }))?.[0]).toMatch(
      /^\/deadline/,
    );
    done(await writeRowLimits(region, { ...(await now()), ...limit, basis: 'agreement' }));
    expect((await rowNow(row))?.deadline).toEqual({ value: 'genast', basis: 'agreement', strength: 'must' });
  });

  test('cites law that there is, and what the form does not show stays', async () => {
    const before = await rowNow(row);
    const ground = { row, linked: [], warnings: ['Glöm inte barnen.'], methods: [], note: '' };
    expect(faultsOf(await writeRowGround(region, { ...(await now()), ...ground, law: ['SoL 999:1'] }))).toEqual(['/law/0']);
    done(await writeRowGround(region, { ...(await now()), ...ground, law: ['SoL 19 kap. 1 §'] }));
    expect(await rowNow(row)).toMatchObject({ law: ['SoL 19 kap. 1 §'], warnings: ['Glöm inte barnen.'], actors: before?.actors });
    done(await writeRowWhen(region, { ...(await now()), row, when: { picks: ['substance:alcohol'], numbers: {} }, always: 'no' }));
    expect((await rowNow(row))?.law).toEqual(['SoL 19 kap. 1 §']);
  });

  test('that is not there is not written', async () => {
    expect(await writeRowWhen(region, { ...(await now()), row: 'JA-999', when: none, always: 'no' })).toMatchObject({
      code: 'row-not-found',
    });
  });
});

describe('every form', () => {
  test('is refused when somebody else has written the same place since it was opened, and one of another place is not', async () => {
    const seen = await now();
    const duty = { who: 'En', to: 'Två', about: 'Tre', cites };
    done(await writeDraftDutyToInform(region, { ...seen, ...duty }));
    expect(await writeDraftDutyToInform(municipality, { ...seen, ...duty, who: 'Fyra' })).toMatchObject({ code: 'draft-changed' });
    done(await writeRowWhen(municipality, { ...seen, row: 'JA-03', when: none, always: 'yes' }));
  });
});
