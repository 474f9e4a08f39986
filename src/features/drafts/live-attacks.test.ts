import { beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { serveLiveApp } from '../../../tests/given/live-app.ts';
import { type LiveWindow, openWindow } from '../../../tests/given/live-window.ts';
import { givenLoggedIn } from '../../../tests/given/logged-in.ts';
import { until } from '../../../tests/given/until.ts';
import { LIVE_LINE, LIVE_TEXT } from '../../domain/drafts/live-form.ts';
import { done } from './given-drafts.ts';
import { addLine, fragmentOf, givenLive, lineWith, REGION, TOWN, typeInto } from './given-live.ts';
import { LiveCopy } from './live-copy.ts';
import { isTooLong } from './live-document.ts';
import { writeMessage } from './live-messages.ts';
import { liveSections } from './live-rooms.ts';
import { tellLiveHere } from './live-text.ts';
import { submitDraft } from './submit-draft.ts';
import { writeDraftSection } from './write-text.ts';

let given: Awaited<ReturnType<typeof givenLive>>;
beforeAll(async () => {
  given = await givenLive();
});

/** An update by somebody who uses the client number of another for what they type themselves. */
function inTheNameOf(other: LiveWindow, own: LiveWindow, text: string): Uint8Array {
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(own.document));
  forged.clientID = other.document.clientID;
  const before = Y.encodeStateVector(forged);
  forged.getXmlFragment(LIVE_TEXT).insert(0, [lineWith(text)]);
  return writeMessage.update(Y.encodeStateAsUpdate(forged, before));
}

describe('somebody who types under the number of another browser', () => {
  test('is cut off: else the program would take what the other types next for what it has already', async () => {
    const { window, stored } = await given.openedDraft();
    const [one, bad] = await Promise.all([window(REGION['06']), window(TOWN['06'])]);
    await Promise.all([one.synced(), bad.synced()]);
    addLine(one, 'Jag skriver.');
    await until(() => bad.text().lines.endsWith('Jag skriver.'));
    bad.socket.send(inTheNameOf(one, bad, 'Falskt.'));
    expect(await bad.closed).toBe(4422);
    addLine(one, 'Jag skriver vidare.');
    await until(() => one.isStored());
    await one.close();
    await until(async () => (await stored()).lines.endsWith('Jag skriver vidare.'));
    expect((await stored()).lines).not.toContain('Falskt');
  });

  test('is cut off also when the other has only shown where they are', async () => {
    const { window } = await given.openedDraft();
    const [one, bad] = await Promise.all([window(REGION['06']), window(TOWN['06'])]);
    await Promise.all([one.synced(), bad.synced()]);
    one.socket.send(writeMessage.cursor(one.document.clientID, 1, '{"cursor":null}'));
    await until(() => bad.cursors.size > 0);
    bad.socket.send(inTheNameOf(one, bad, 'Falskt.'));
    expect(await bad.closed).toBe(4422);
    await one.close();
  });

  test('in another process is cut off there', async () => {
    const second = await serveLiveApp(given.app);
    try {
      const { window, path } = await given.openedDraft();
      const one = await window(REGION['06']);
      const bad = await openWindow({ port: second.port, cookie: await given.cookieOf(TOWN['06']), path });
      await Promise.all([one.synced(), bad.synced()]);
      addLine(one, 'I den ena.');
      await until(() => bad.text().lines.endsWith('I den ena.'));
      bad.socket.send(inTheNameOf(one, bad, 'Falskt.'));
      expect(await bad.closed).toBe(4422);
      await one.close();
    } finally {
      await second.close();
    }
  });

  test('is let in when it is their own window of before', async () => {
    const { window, stored } = await given.openedDraft();
    const other = await window(TOWN['06']);
    const one = await window(REGION['06']);
    await one.synced();
    addLine(one, 'Först.');
    await until(() => one.isStored());
    await one.close();
    addLine(one, 'Sedan, utan anslutning.');
    const back = await window(REGION['06'], one.document);
    await until(() => back.isStored());
    await Promise.all([back.close(), other.close()]);
    await until(async () => (await stored()).lines.includes('Sedan'));
    expect((await stored()).lines.endsWith('Först.\nSedan, utan anslutning.')).toBe(true);
  });
});

describe('somebody who sends more than anybody does', () => {
  test.each([
    ['asks again and again for all that is written', 10, (one: LiveWindow) => writeMessage.asks(Y.encodeStateVector(one.document))],
    ['moves their cursor thousands of times', 6_100, (one: LiveWindow) => writeMessage.cursor(one.document.clientID, 1, '{"cursor":null}')],
  ])('%s: is cut off, and the others go on', async (_what, times, message) => {
    const { window } = await given.openedDraft();
    const [one, bad] = await Promise.all([window(REGION['06']), window(TOWN['06'])]);
    await Promise.all([one.synced(), bad.synced()]);
    const sent = message(bad);
    for (let nth = 0; nth < times; nth++) bad.socket.send(sent);
    expect(await bad.closed).toBe(4429);
    addLine(one, 'Jag skriver vidare.');
    await until(() => one.isStored());
    await one.close();
  });

  test('has the draft saved no oftener than at a part of a pause, however often they ask for it', async () => {
    const slow = await serveLiveApp(given.app, 3_600_000);
    try {
      const { path, read, stored } = await given.openedDraft();
      const one = await openWindow({ port: slow.port, cookie: await given.cookieOf(REGION['06']), path });
      await one.synced();
      const before = (await read()).number;
      for (let nth = 0; nth < 20; nth++) {
        addLine(one, `Rad ${nth}.`);
        one.socket.send(new Uint8Array([3]));
      }
      await until(() => one.isStored());
      expect((await read()).number).toBe(before);
      await one.close();
      await until(async () => (await stored()).lines.endsWith('Rad 19.'));
      expect((await read()).number).toBe(before + 1);
    } finally {
      await slow.close();
    }
  });

  test('has at most twenty windows at a time, also when they are opened at once, and may open another when one is closed', async () => {
    const { path } = await given.openedDraft();
    const cookie = await givenLoggedIn(given.app, REGION['06']);
    const open = () => openWindow({ port: given.port, cookie, path }).catch((error: Error) => Number(error.message));
    const opened = await Promise.all(Array.from({ length: 30 }, open));
    const windows = opened.filter((one) => typeof one !== 'number');
    expect([windows.length, ...new Set(opened.filter((one) => typeof one === 'number'))]).toEqual([20, 429]);
    await windows[0]?.close();
    await until(async () => {
      const again = await open();
      if (typeof again === 'number') return false;
      await again.close();
      return true;
    });
    await Promise.all(windows.map((one) => one.close()));
  });

  test('in lines is cut off; a form is refused; and a section that is longer already can be made shorter', async () => {
    const { draft, section, window, stored } = await given.openedDraft();
    const one = await window(REGION['06']);
    await one.synced();
    const before = await stored();
    fragmentOf(one).insert(
      0,
      Array.from({ length: 1_001 }, () => new Y.XmlElement(LIVE_LINE)),
    );
    expect(await one.closed).toBe(4422);
    const region = given.writers['06'].region;
    const { number: seen } = await given.read(region, draft);
    const lines = Array.from({ length: 1_001 }, (_, nth) => `Rad ${nth}.`).join('\n');
    expect(await writeDraftSection(region, { draft, seen, section, heading: 'H', lines })).toMatchObject({
      code: 'section-too-long',
      params: { most: 1_000 },
    });
    expect(await stored()).toEqual(before);
    const long = (count: number) => {
      const document = new Y.Doc();
      document.getXmlFragment(LIVE_TEXT).insert(
        0,
        Array.from({ length: count }, () => new Y.XmlElement(LIVE_LINE)),
      );
      return document;
    };
    expect([isTooLong(long(1_200), long(1_300)), isTooLong(long(1_301), long(1_300)), isTooLong(long(1_000), long(0))]).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('never makes the whole that is kept of a section larger than can be kept', () => {
    const copy = new LiveCopy(() => undefined, 2_000);
    /** A character of yet another browser, and its being taken away: nothing is left of it but that it was. */
    const typedAndRemoved = () => {
      const document = new Y.Doc();
      document.getText('heading').insert(0, 'x');
      document.getText('heading').delete(0, 1);
      return Y.encodeStateAsUpdate(document);
    };
    const kept: boolean[] = [];
    while (kept.length < 1_000 && kept.at(-1) !== false) {
      const bytes = typedAndRemoved();
      const fits = copy.tries(bytes);
      if (fits) copy.keeps(bytes, [bytes], undefined);
      kept.push(fits);
    }
    expect(kept.length).toBeGreaterThan(20);
    expect(kept.at(-1)).toBe(false);
    expect(copy.lackedBy(Y.encodeStateVector(new Y.Doc())).length).toBeLessThanOrEqual(2_000);
  });
});

describe('characters that nobody sees', () => {
  test('are kept out of the draft, and stop neither who types them nor who comes after', async () => {
    const { window, stored } = await given.openedDraft();
    const one = await window(REGION['06']);
    await one.synced();
    addLine(one, 'Med \u0000nul, \u202eomvänt och \ud800halv.');
    addLine(one, 'Ett 😀 helt.');
    typeInto(one, fragmentOf(one).length - 1, 5, '-');
    await until(() => one.isStored());
    const other = await window(TOWN['06']);
    await other.synced();
    addLine(other, 'Efter.');
    await until(async () => (await stored()).lines.endsWith('Efter.'));
    const { lines } = await stored();
    expect(lines).toContain('Med nul, omvänt och \ufffdhalv.');
    expect(lines.isWellFormed()).toBe(true);
    await Promise.all([one.close(), other.close()]);
  });
});

describe('what is held in memory of a section', () => {
  test('is let go when the last has left, when a browser goes away half-way in, and when nobody was let in', async () => {
    const { draft, section } = await given.openedDraft();
    const rooms = liveSections(given.runtime);
    const { region, municipality } = given.writers['06'];
    const joined = await rooms.ask(region, [draft, section]);
    const waiting = await rooms.ask(municipality, [draft, section]);
    if ('refused' in joined || 'refused' in waiting) throw new Error('refused');
    const connection = { scope: region, send() {}, close() {}, active() {}, pause() {}, resume() {} };
    const member = joined.join(connection);
    expect(rooms.count()).toBe(1);
    waiting.giveUp();
    expect(rooms.count()).toBe(1);
    member.left();
    await until(() => rooms.count() === 0);
    expect(await rooms.ask(given.writers['20'].region, [draft, section])).toEqual({ refused: 404 });
    expect(await rooms.ask(region, [draft, 'finns-inte'])).toEqual({ refused: 404 });
    expect(rooms.count()).toBe(0);
    await rooms.stop();
  });
});

describe('who is there', () => {
  test('is told on behalf of those alone who write in the draft', async () => {
    const { draft, section } = await given.openedDraft();
    const told = { draft, section, process: 'annan', people: [] };
    expect(await tellLiveHere(given.writers['20'].region, told)).toMatchObject({ code: 'draft-not-found' });
    expect(await tellLiveHere(await given.scopeOf('registrator-aneby-06'), told)).toMatchObject({ code: 'forbidden' });
    const { region } = given.writers['06'];
    expect(await tellLiveHere(region, told)).toBeUndefined();
  });
});

describe('a text that has been given over for decision', () => {
  test('is not changed by somebody who was away meanwhile: they are told so, and keep what they wrote', async () => {
    const draft = await given.ready('20', 'borta vid beslut');
    const region = given.writers['20'].region;
    const { sections } = (await given.read(region, draft)).draft.text;
    const section = sections.find(({ sentences }) => Object.keys(sentences).length > 0)?.id ?? '';
    const wanted = {
      port: given.port,
      cookie: await given.cookieOf(TOWN['20']),
      path: `/arbetsversioner/${draft}/avsnitt/${section}/live`,
    };
    const away = await openWindow(wanted);
    await away.synced();
    await away.close();
    const before = await given.read(region, draft);
    done(await submitDraft(region, { draft }));
    addLine(away, 'Skrivet efteråt.');
    const back = await openWindow(wanted, away.document);
    expect(await back.closed).toBe(4409);
    expect(back.text().lines).toContain('Skrivet efteråt.');
    expect((await given.read(region, draft)).draft).toEqual(before.draft);
  });
});
