import { describe, expect, test } from 'vitest';
import { sentencesIn } from '../../domain/agreements/sections.ts';
import { findSection } from '../../domain/drafts/draft-file.ts';
import { typedPeriod } from '../../domain/drafts/recurrence-form.ts';
import { linesOf } from '../../domain/drafts/write-section.ts';
import { approveDraft } from './approve-draft.ts';
import { DALARNA, done, givenDrafts, JONKOPING } from './given-drafts.ts';
import { openFromOutline, openNewVersion } from './open-draft.ts';
import { listDraftsOf, readDraft, readDraftGates } from './read-draft.ts';
import { recallDraft, submitDraft } from './submit-draft.ts';
import { removeDraftCadence, writeDraftCadence } from './write-cadences.ts';
import { writeDraftRow } from './write-rows.ts';
import { writeDraftValidity } from './write-terms.ts';
import { addDraftSection, removeDraftSection, writeDraftSection } from './write-text.ts';

const { writers, scopeOf, opened, read, approveAll, ready } = await givenDrafts();
const { region, municipality } = writers['20'];

/** The number of the last save: what somebody who opens the form now has seen. */
const now = async (draft: string) => (await read(region, draft)).number;

const sectionIn = async (draft: string, id: string) => {
  const section = findSection((await read(region, draft)).draft.text.sections, id);
  if (!section) throw new Error(`no section ${id}`);
  return section;
};

describe('a working copy', () => {
  test('is opened once by a form that is sent several times at once', async () => {
    const wanted = { key: '0190a0a0-0000-7000-8000-000000000002', slug: DALARNA, label: 'dubbel', class: 'major' } as const;
    const answers = await Promise.all([1, 2, 3].map(() => openNewVersion(region, wanted)));
    expect(answers).toEqual([1, 2, 3].map(() => ({ id: wanted.key })));
  });

  test('is opened from the version in force, once for each form, and seen by the parties of its county alone', async () => {
    const key = '0190a0a0-0000-7000-8000-000000000001';
    const wanted = { key, slug: DALARNA, label: 'en', class: 'major' } as const;
    expect(done(await openNewVersion(region, wanted)).id).toBe(key);
    expect(done(await openNewVersion(region, wanted)).id).toBe(key);
    expect(done(await listDraftsOf(municipality, { slug: DALARNA })).drafts.filter(({ id }) => id === key)).toHaveLength(1);
    expect(await readDraft(writers['06'].region, { draft: key })).toMatchObject({ code: 'draft-not-found' });
    const theirs = { key, slug: JONKOPING, label: 'en', class: 'major' } as const;
    expect(await openNewVersion(writers['06'].region, theirs)).toMatchObject({ code: 'key-taken' });
    expect(await readDraft(await scopeOf('handlaggare-avesta-20'), { draft: key })).toMatchObject({ code: 'forbidden' });
    expect(await openNewVersion(writers['06'].region, { slug: DALARNA, label: 'x', class: 'major' })).toMatchObject({ code: 'forbidden' });
    expect(await openNewVersion(writers['06'].region, { slug: JONKOPING, label: 'x', class: 'minor' })).toMatchObject({
      code: 'no-minor-way',
    });
  });

  test('keeps the ids of sentences that stand or are still recognisable, and never gives an old id to a new one', async () => {
    const draft = await opened('20', 'meningar');
    const before = await sectionIn(draft, 'giltighetstid');
    const lines = linesOf(before).split('\n');
    const write = async (all: readonly string[]) =>
      writeDraftSection(region, {
        draft,
        seen: await now(draft),
        section: 'giltighetstid',
        heading: before.heading,
        lines: all.join('\n'),
      });
    done(await write(['En helt ny mening om något annat.', ...lines.map((line, index) => (index === 0 ? `${line} Tillägg.` : line))]));
    const ids = sentencesIn(await sectionIn(draft, 'giltighetstid')).map(({ sentenceId }) => sentenceId);
    expect(ids.slice(1)).toEqual(Object.keys(before.sentences));
    done(await write(lines));
    done(await write(['Ännu en ny mening.', ...lines]));
    const again = sentencesIn(await sectionIn(draft, 'giltighetstid'))[0]?.sentenceId;
    expect(again).not.toBe(ids[0]);
  });

  test('refuses a save of a place that somebody else has changed since, and takes one of another place', async () => {
    const draft = await opened('20', 'samtidigt');
    const seen = (await read(region, draft)).number;
    const write = (scope: typeof region, section: string, lines: string) =>
      writeDraftSection(scope, { draft, seen, section, heading: 'Rubrik', lines });
    done(await write(region, 'syfte', 'Regionens mening.'));
    expect(await write(municipality, 'syfte', 'Kommunens mening.')).toMatchObject({
      code: 'draft-changed',
      params: { place: 'section:syfte' },
    });
    done(await write(municipality, 'mal', 'Kommunens mål.'));
    expect(linesOf(await sectionIn(draft, 'syfte'))).toBe('Regionens mening.');
    expect(linesOf(await sectionIn(draft, 'mal'))).toBe('Kommunens mål.');
  });

  test('takes sections in and out, but none that a term or a row rests on', async () => {
    const draft = await opened('20', 'avsnitt');
    const added = done(
      await addDraftSection(region, { draft, seen: await now(draft), heading: 'Sekretess', beside: 'syfte', where: 'after' }),
    );
    expect(added.section).toBe('sekretess');
    done(await removeDraftSection(region, { draft, seen: await now(draft), section: 'sekretess' }));
    const other = done(await addDraftSection(region, { draft, seen: await now(draft), heading: 'Sekretess', where: 'after' }));
    expect(other.section).toBe('sekretess-2');
    expect(await removeDraftSection(region, { draft, seen: await now(draft), section: 'giltighetstid' })).toMatchObject({
      code: 'section-cited',
    });
  });

  test('takes terms and rows through their forms, and keeps what the forms do not show', async () => {
    const draft = await opened('20', 'villkor');
    done(
      await writeDraftValidity(region, {
        draft,
        seen: await now(draft),
        from: '2027-01-01',
        to: '2029-12-31',
        cites: ['giltighetstid.a1'],
      }),
    );
    expect(
      await writeDraftValidity(region, { draft, seen: await now(draft), from: '2027-01-01', to: '2026-12-31', cites: ['giltighetstid'] }),
    ).toMatchObject({
      code: 'ends-before-it-begins',
    });
    const cadence = {
      of: 'agreement' as const,
      kind: 'follow-up' as const,
      every: { count: '12', unit: 'months' as const },
      strength: 'must' as const,
      by: ['lanschefsnatverket'],
    };
    const more = { starts: '2027-01-01', description: 'Följs upp varje år.', cites: ['uppfoljning'] };
    done(await writeDraftCadence(region, { draft, seen: await now(draft), ...cadence, ...more }));
    const { responsibilities, matrix } = (await read(region, draft)).draft.text;
    const [first] = responsibilities;
    if (!first) throw new Error('no row');
    const typed = {
      draft,
      row: first.id,
      begins: false,
      group: first.group,
      activity: first.activity,
      plain: 'Ny mening.',
      mode: first.mode,
    };
    done(await writeDraftRow(region, { ...typed, seen: await now(draft), actors: first.actors, cites: first.cites }));
    const after = (await read(region, draft)).draft.text;
    expect(after.responsibilities[0]).toEqual({ ...first, plain: 'Ny mening.' });
    const ids = after.terms.cadences?.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(after.terms.cadences?.at(-1)).toMatchObject({ ...cadence, every: 'P12M' });
    expect(after.terms.validity).toMatchObject({ from: '2027-01-01', to: '2029-12-31' });
    expect(after.matrix).toEqual(matrix);
    const stranger = [{ actor: 'nobody', role: 'main' }] as const;
    const seen = await now(draft);
    expect(await writeDraftRow(region, { ...typed, seen, actors: [...stranger], cites: first.cites })).toMatchObject({
      code: 'actor-not-found',
    });
  });
});

describe('a save that was made from', () => {
  test('a number that no save has had is refused, and changes nothing', async () => {
    const draft = await opened('20', 'fore-sin-tid');
    const before = await read(region, draft);
    const write = { draft, seen: before.number + 1, section: 'syfte', heading: 'Syfte', lines: 'Något annat.' };
    expect(await writeDraftSection(region, write)).toMatchObject({ code: 'draft-changed' });
    expect(await now(draft)).toBe(before.number);
  });

  test('an empty form never stands over a row or a cadence that is there', async () => {
    const draft = await opened('20', 'inget-over');
    const { text } = (await read(region, draft)).draft;
    const [row] = text.responsibilities;
    const [cadence] = text.terms.cadences ?? [];
    if (!row || !cadence) throw new Error('no row, no cadence');
    const { id, group, activity, plain, mode, actors, cites } = row;
    const again = { draft, row: id, group, activity, plain, mode, actors, cites };
    expect(await writeDraftRow(region, { ...again, seen: await now(draft), begins: true })).toMatchObject({ code: 'row-taken' });
    const gone = { ...again, row: 'DAL-99', seen: await now(draft), begins: false };
    expect(await writeDraftRow(region, gone)).toMatchObject({ code: 'row-not-found' });
    const { id: first, ...typed } = cadence;
    const fresh = { ...typed, every: typedPeriod(typed.every), by: [...typed.by], cites: [...typed.cites], description: 'Följs upp.' };
    for (const _ of [1, 2]) done(await writeDraftCadence(region, { ...fresh, draft, seen: await now(draft) }));
    done(await removeDraftCadence(region, { draft, seen: await now(draft), id: first }));
    done(await writeDraftCadence(region, { ...fresh, draft, seen: await now(draft) }));
    const ids = (await read(region, draft)).draft.text.terms.cadences?.map((one) => one.id) ?? [];
    expect(ids.length).toBe((text.terms.cadences?.length ?? 0) + 2);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('both sides', () => {
  test('approve what they saw: an edit afterwards makes it unapproved, and what was not seen is not approved', async () => {
    const draft = await opened('20', 'godkannande');
    done(await writeDraftSection(region, { draft, seen: await now(draft), section: 'syfte', heading: 'Syfte', lines: 'Ett nytt syfte.' }));
    const { hashes } = await read(region, draft);
    const places = [{ place: 'section:syfte', hash: hashes.get('section:syfte') ?? '' }];
    for (const scope of [region, municipality]) done(await approveDraft(scope, { draft, places }));
    expect((await read(region, draft)).approvals.get('section:syfte')?.size).toBe(2);
    expect(await approveDraft(region, { draft, places })).toMatchObject({ code: 'nothing-to-approve' });
    done(
      await writeDraftSection(municipality, {
        draft,
        seen: await now(draft),
        section: 'syfte',
        heading: 'Syfte',
        lines: 'Ett annat syfte.',
      }),
    );
    expect((await read(region, draft)).approvals.get('section:syfte')?.size).toBe(0);
    expect(await approveDraft(region, { draft, places })).toMatchObject({ code: 'draft-changed' });
  });
});

describe('before a decision', () => {
  test('every gate tells what is missing, and none is passed by', async () => {
    const draft = await opened('20', 'grindar');
    const closed = async () => done(await readDraftGates(region, { draft })).gates.flatMap(({ code, met }) => (met ? [] : [code]));
    expect(await closed()).toEqual(expect.arrayContaining(['children', 'both-sides', 'influence', 'sound', 'approved']));
    done(await writeDraftSection(region, { draft, seen: await now(draft), section: 'syfte', heading: 'Syfte', lines: '' }));
    expect(await closed()).toContain('sections');
    expect(await submitDraft(region, { draft })).toMatchObject({ code: 'gates-closed' });
    expect((await read(region, draft)).process.state).toBe('writing');
  });

  test.each(['06', '20'] as const)('a text of county %s that passes them is frozen, until it is taken back', async (county) => {
    const draft = await ready(county, `fryst-${county}`);
    const own = writers[county];
    expect(done(await readDraftGates(own.region, { draft })).gates.filter(({ met }) => !met)).toEqual([]);
    done(await submitDraft(own.municipality, { draft }));
    const [section] = (await read(own.region, draft)).draft.text.sections;
    const write = { draft, seen: (await read(own.region, draft)).number, section: section?.id ?? '', heading: 'X', lines: 'X' };
    expect(await writeDraftSection(own.region, write)).toMatchObject({ code: 'draft-not-in-state' });
    expect(await submitDraft(own.region, { draft })).toMatchObject({ code: 'draft-not-in-state' });
    done(await recallDraft(own.region, { draft }));
    done(await writeDraftSection(own.region, write));
  });

  test('a minor amendment touches no rows, no goals and no parties', async () => {
    const draft = await ready('20', 'mindre', 'minor');
    const closed = async () => done(await readDraftGates(region, { draft })).gates.find(({ code }) => code === 'minor')?.missing;
    expect(await closed()).toEqual([]);
    done(await writeDraftSection(region, { draft, seen: await now(draft), section: 'syfte', heading: 'Syfte', lines: 'Ett annat syfte.' }));
    expect(await closed()).toEqual(['section:syfte']);
    await approveAll('20', draft);
    expect(await submitDraft(region, { draft })).toMatchObject({ code: 'gates-closed', params: { gates: ['minor'] } });
  });
});

describe('a new agreement', () => {
  test.each([
    ['06', 'jonkoping-lok', JONKOPING, '0604'],
    ['20', 'dalarna-lok', DALARNA, '2084'],
  ] as const)('of county %s begins under the headings of %s, with the parties it was opened for', async (county, outline, model, town) => {
    const slug = `lok-${county}-prov`;
    const wanted = { county, outline, model, kind: 'local', slug, title: 'Lokal överenskommelse', municipalities: [town] } as const;
    const scope = writers[county].municipality;
    const { id } = done(await openFromOutline(scope, { ...wanted, municipalities: [town] }));
    const { draft, process } = await read(scope, id);
    expect(draft.text).toMatchObject({ kind: 'local', parent: model, outline, terms: { parties: { municipalities: [town] } } });
    expect(process.steps[0]?.deciders).toEqual(['party:region', `party:${town}`]);
    expect(await openFromOutline(scope, { ...wanted, municipalities: [] })).toMatchObject({ code: 'municipality-not-found' });
    expect(await openFromOutline(scope, { ...wanted, slug: model, municipalities: [town] })).toMatchObject({ code: 'slug-taken' });
  });
});
