import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { serveLiveApp } from '../../../tests/given/live-app.ts';
import { type LiveWindow, openWindow } from '../../../tests/given/live-window.ts';
import { until } from '../../../tests/given/until.ts';
import { findSection } from '../../domain/drafts/draft-file.ts';
import { LIVE_ITEM, LIVE_TABLE } from '../../domain/drafts/live-form.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { addLine, addTable, fragmentOf, givenLive, REGION, TOWN, typeInto } from './given-live.ts';
import { writeMessage } from './live-messages.ts';
import { elementsIn, newCell, newRow } from './live-parts.ts';
import { submitDraft } from './submit-draft.ts';
import { writeDraftSection } from './write-text.ts';

let given: Awaited<ReturnType<typeof givenLive>>;
beforeAll(async () => {
  given = await givenLive();
});

const folded = (lines: string) =>
  lines
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && line !== '-');

describe.each(['06', '20'] as const)('two who write in the same section, of county %s', (county) => {
  test('see each other type, and the draft gets it in the name of each', async () => {
    const { draft, section, window, stored } = await given.openedDraft(county);
    const [one, other] = await Promise.all([window(REGION[county]), window(TOWN[county])]);
    await Promise.all([one.synced(), other.synced()]);
    expect(one.text()).toEqual(await stored());
    addLine(one, 'Regionen skrev detta.');
    await until(() => other.text().lines.endsWith('Regionen skrev detta.'));
    addLine(other, 'Kommunen skrev detta.');
    await until(async () => (await stored()).lines.endsWith('Kommunen skrev detta.') === true);
    expect(one.text()).toEqual(other.text());
    expect(await stored()).toEqual(one.text());
    const { revisions } = await given.read(given.writers[county].region, draft);
    const ours = revisions.filter(({ place }) => place === `section:${section}`);
    expect(new Set(ours.map(({ side }) => side))).toEqual(new Set(['region', 'municipality']));
    expect(one.here().map(({ side }) => side)).toEqual(['municipality']);
    await Promise.all([one.close(), other.close()]);
  });
});

describe('what is typed', () => {
  test('converges after 1,000 random operations of each of two, in lines and in cells of tables, also when one is away for a while, and is what the draft holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const { window, stored } = await given.openedDraft();
        let one = await window(REGION['06']);
        const other = await window(TOWN['06']);
        await Promise.all([one.synced(), other.synced()]);
        const random = randomOf(seed);
        for (let step = 0; step < 1000; step++) {
          operate(one, random);
          operate(other, random);
          if (step === 400) await one.close();
          if (step === 700) {
            one = await window(REGION['06'], one.document);
            await one.synced();
          }
          if (step % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
        }
        await until(() => one.isStored() && other.isStored() && one.text().lines === other.text().lines);
        expect(one.text()).toEqual(other.text());
        expect(fragmentOf(one).toString()).toBe(fragmentOf(other).toString());
        const { lines } = one.text();
        await until(async () => folded((await stored()).lines).join('\n') === folded(lines).join('\n'));
        await Promise.all([one.close(), other.close()]);
        expect(folded((await stored()).lines)).toEqual(folded(lines));
      }),
      { numRuns: 2, endOnFailure: true, verbose: true },
    );
  });

  test('by a form while somebody writes is merged, and neither loses anything', async () => {
    const { draft, section, window, stored } = await given.openedDraft();
    const region = given.writers['06'].region;
    const seen = (await given.read(region, draft)).number;
    const before = await stored();
    const one = await window(TOWN['06']);
    await one.synced();
    addLine(one, 'Skrivet i editorn.');
    await until(async () => (await stored()).lines.endsWith('Skrivet i editorn.') === true);
    const lines = `Skrivet i formuläret.\n${before.lines}`;
    const saved = await writeDraftSection(region, { draft, seen, section, heading: before.heading ?? '', lines });
    expect(isRefusal(saved)).toBe(false);
    await until(() => one.text().lines.startsWith('Skrivet i formuläret.'));
    expect(one.text().lines.endsWith('Skrivet i editorn.')).toBe(true);
    addLine(one, 'Och sedan mer.');
    await until(async () => (await stored()).lines.endsWith('Och sedan mer.') === true);
    expect(folded((await stored()).lines)).toEqual(folded(one.text().lines));
    await one.close();
  });

  test('keeps the ids of the sentences that are still there', async () => {
    const { draft, section, window } = await given.openedDraft();
    const ids = async () =>
      Object.keys(findSection((await given.read(given.writers['06'].region, draft)).draft.text.sections, section)?.sentences ?? {});
    const before = await ids();
    const one = await window(REGION['06']);
    await one.synced();
    typeInto(one, 0, 0, 'Nytt: ');
    addLine(one, 'En till.', 1);
    await until(() => one.isStored());
    await one.close();
    await until(async () => (await ids()).length === before.length + 1);
    const after = await ids();
    expect(after.filter((id) => before.includes(id))).toEqual(before);
    expect(after[0]).toBe(before[0]);
  });

  test('by somebody who was away while all had left is merged when they come back', async () => {
    const { window, stored } = await given.openedDraft();
    const away = await window(REGION['06']);
    await away.synced();
    await away.close();
    addLine(away, 'Skrivet utan anslutning.');
    const other = await window(TOWN['06']);
    await other.synced();
    addLine(other, 'Skrivet under tiden.', 0);
    await until(() => other.isStored());
    await other.close();
    const back = await window(REGION['06'], away.document);
    await until(() => back.isStored());
    await back.close();
    await until(async () => (await stored()).lines.endsWith('Skrivet utan anslutning.') === true);
    expect((await stored()).lines.startsWith('Skrivet under tiden.')).toBe(true);
  });
});

describe('a draft that is ready to be given over', () => {
  test('is not given over without what somebody has just typed in it: that is seen as not approved', async () => {
    const slow = await serveLiveApp(given.app, 3_600_000);
    try {
      const draft = await given.ready('20', 'nyss skrivet');
      const region = given.writers['20'].region;
      const section = (await given.read(region, draft)).draft.text.sections[0]?.id;
      const path = `/arbetsversioner/${draft}/avsnitt/${section}/live`;
      const one = await openWindow({ port: slow.port, cookie: await given.cookieOf(TOWN['20']), path });
      await one.synced();
      addLine(one, 'I sista stund.');
      await until(() => one.isStored());
      expect(await submitDraft(region, { draft })).toMatchObject({ code: 'gates-closed', params: { gates: ['approved'] } });
      await one.close();
    } finally {
      await slow.close();
    }
  });
});

describe('a process that is told to end', () => {
  test('saves what is typed before it does', async () => {
    const ending = await serveLiveApp(given.app, 3_600_000);
    const { path, stored } = await given.openedDraft();
    const one = await openWindow({ port: ending.port, cookie: await given.cookieOf(REGION['06']), path });
    await one.synced();
    addLine(one, 'Strax före slutet.');
    await until(() => one.isStored());
    expect((await stored()).lines).not.toContain('Strax före slutet.');
    await ending.close();
    expect(await one.closed).toBe(1001);
    expect((await stored()).lines).toContain('Strax före slutet.');
  });
});

describe('who is there', () => {
  test('is what the session says, whatever a browser says of itself', async () => {
    const { window } = await given.openedDraft();
    const [one, other] = await Promise.all([window(REGION['06']), window(TOWN['06'])]);
    await Promise.all([one.synced(), other.synced()]);
    one.socket.send(writeMessage.cursor(one.document.clientID, 1, JSON.stringify({ user: { name: 'Någon annan' }, cursor: null })));
    await until(() => other.cursors.size > 0);
    const told = JSON.parse(other.cursors.get(one.document.clientID) ?? '{}') as { user: { name: string } };
    expect(told.user.name).toBe(other.here()[0]?.name);
    expect(told.user.name).not.toBe('Någon annan');
    await one.close();
    await until(() => other.here().length === 0);
    expect(other.cursors.get(one.document.clientID)).toBe('null');
    await other.close();
  });
});

describe('two processes', () => {
  test('share one text: what is typed in one is seen in the other, and the draft holds both', async () => {
    const second = await serveLiveApp(given.app);
    try {
      const { window, path, stored } = await given.openedDraft();
      const one = await window(REGION['06']);
      const other = await openWindow({ port: second.port, cookie: await given.cookieOf(TOWN['06']), path });
      await Promise.all([one.synced(), other.synced()]);
      await until(() => one.here().length === 1 && other.here().length === 1);
      expect([one.here()[0]?.side, other.here()[0]?.side]).toEqual(['municipality', 'region']);
      addLine(one, 'I den ena processen.');
      await until(() => other.text().lines.endsWith('I den ena processen.'));
      addLine(other, 'I den andra.');
      await until(() => one.text().lines.endsWith('I den andra.'));
      await until(async () => (await stored()).lines.endsWith('I den andra.') === true);
      expect(await stored()).toEqual(one.text());
      await one.close();
      await until(() => other.here().length === 0);
      await other.close();
    } finally {
      await second.close();
    }
  });
});

/** A stream of numbers between 0 and 1 that is the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What somebody at an editor does: types, takes away, begins a line or a table, takes one away, makes a line an item, works in a table. */
function operate(window: LiveWindow, random: () => number): void {
  const fragment = fragmentOf(window);
  const dice = random();
  const nthLine = Math.floor(random() * fragment.length);
  const part = fragment.length > 0 ? (fragment.get(nthLine) as Y.XmlElement) : undefined;
  if (!part || dice < 0.06) addLine(window, `rad ${Math.floor(random() * 1000)}`, nthLine);
  else if (dice < 0.1)
    addTable(
      window,
      [
        ['Insats', 'Vem'],
        [`stöd ${Math.floor(random() * 1000)}`, ''],
      ],
      nthLine,
    );
  else if (dice < 0.14 && fragment.length > 3) fragment.delete(nthLine, 1);
  else if (part.nodeName === LIVE_TABLE) operateTable(part, random);
  else if (dice < 0.19) part.setAttribute(LIVE_ITEM, true as unknown as string);
  else if (dice < 0.23) part.removeAttribute(LIVE_ITEM);
  else typeAnywhere(part, random);
}

function typeAnywhere(element: Y.XmlElement, random: () => number): void {
  const text = element.get(0) as Y.XmlText | undefined;
  const at = Math.floor(random() * ((text?.length ?? 0) + 1));
  const words = ['å', 'vård ', 'och', ' ', 'x', '|', '\\'][Math.floor(random() * 7)] ?? 'y';
  if (!text) element.insert(0, [new Y.XmlText(words)]);
  else if (random() < 0.3 && text.length - at > 3) text.delete(at, 1 + Math.floor(random() * 3));
  else text.insert(at, words);
}

/** Types in a cell, and puts in and takes away rows and columns, whatever shape others have given the table meanwhile. */
function operateTable(table: Y.XmlElement, random: () => number): void {
  const dice = random();
  const nthRow = Math.floor(random() * table.length);
  const row = table.get(nthRow) as Y.XmlElement | undefined;
  if (!row || dice < 0.1) table.insert(nthRow, [newRow(['ny', ''])]);
  else if (dice < 0.15) table.delete(nthRow, 1);
  else if (dice < 0.3) operateColumn(table, Math.floor(random() * row.length), dice < 0.23);
  else {
    const cell = row.get(Math.floor(random() * row.length)) as Y.XmlElement | undefined;
    if (cell) typeAnywhere(cell, random);
  }
}

function operateColumn(table: Y.XmlElement, column: number, isNew: boolean): void {
  for (const row of elementsIn(table)) {
    if (isNew) row.insert(Math.min(column, row.length), [newCell('')]);
    else if (row.length > column) row.delete(column, 1);
  }
}
