import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { findSection } from '../../domain/drafts/draft-file.ts';
import { LIVE_LINE, LIVE_TEXT } from '../../domain/drafts/live-form.ts';
import { linesOf, writeSection } from '../../domain/drafts/write-section.ts';
import { actingOf } from '../../platform/acting.ts';
import { newId, type Scope } from '../../platform/index.ts';
import { findRevision, insertRevision } from './drafts.sql.ts';
import { done, givenDrafts } from './given-drafts.ts';
import { keepLiveUpdate, saveLive } from './live-text.ts';

const { runtime, clock, writers, opened, read } = await givenDrafts();
const { region, municipality: town } = writers['06'];

test('what is saved beside the shared text keeps its place and the id of its sentence in the revision of each who typed', async () => {
  const draft = await opened('06', 'sparas-bredvid');
  const before = (await read(region, draft)).draft;
  const section = before.text.sections.find(({ sentences }) => Object.keys(sentences).length > 2)?.id ?? '';
  const document = new Y.Doc();
  Y.applyUpdate(document, done(await saveLive(region, { draft, section })).state);
  const type = async (scope: Scope, text: string) => {
    const known = Y.encodeStateVector(document);
    const line = new Y.XmlElement(LIVE_LINE);
    line.insert(0, [new Y.XmlText(text)]);
    document.getXmlFragment(LIVE_TEXT).push([line]);
    const bytes = Y.encodeStateAsUpdate(document, known);
    done(await keepLiveUpdate(scope, { draft, section, id: newId(clock.now()), bytes }));
  };
  await type(region, 'Regionen skrev först.');
  await type(town, 'Kommunen skrev sedan.');

  const found = findSection(before.text.sections, section);
  if (!found) throw new Error(section);
  const content = writeSection(before, section, { heading: found.heading, lines: `${linesOf(found)}\nEtt formulär sparade detta.` });
  const number = (await read(region, draft)).number + 1;
  const account = region.actor.kind === 'staff' ? region.actor.login.account : '';
  const acting = actingOf(region.actor, clock.now());
  const saved = { draft, number, place: `section:${section}`, content, side: 'region', account, at: clock.now() } as const;
  await runtime.database.transaction('write', (tx) => insertRevision(tx, saved), acting);

  const last = done(await saveLive(region, { draft, section })).number;
  expect(last).toBe(number + 2);
  const idIn = async (nth: number) => {
    const revision = await runtime.database.transaction('read', (tx) => findRevision(tx, draft, nth), acting);
    const sentences = Object.entries(findSection(revision?.content.text.sections ?? [], section)?.sentences ?? {});
    return sentences.find(([, sentence]) => sentence === 'Ett formulär sparade detta.')?.[0];
  };
  const ids = [await idIn(number), await idIn(number + 1), await idIn(number + 2)];
  expect(ids[0]).toBeDefined();
  expect(new Set(ids).size).toBe(1);
  const { sentences = {} } = findSection((await read(region, draft)).draft.text.sections, section) ?? {};
  expect(Object.values(sentences)).toEqual(expect.arrayContaining(['Regionen skrev först.', 'Kommunen skrev sedan.']));
});
