import { afterAll } from 'vitest';
import * as Y from 'yjs';
import { type LiveServer, serveLiveApp } from '../../../tests/given/live-app.ts';
import { type LiveWindow, openWindow } from '../../../tests/given/live-window.ts';
import { givenLoggedIn } from '../../../tests/given/logged-in.ts';
import { findSection } from '../../domain/drafts/draft-file.ts';
import { LIVE_LINE, LIVE_TEXT } from '../../domain/drafts/live-form.ts';
import { linesOf } from '../../domain/drafts/write-section.ts';
import { givenDrafts } from './given-drafts.ts';
import { newRow, newTable } from './live-parts.ts';

/** Of each county somebody who writes for the region, and somebody who writes for a municipality. */
export const REGION = { '06': 'strategigrupp-06', '20': 'strategigrupp-20' } as const;
export const TOWN = { '06': 'strategigrupp-aneby-06', '20': 'tjansteledning-avesta-20' } as const;

let server: LiveServer | undefined;
afterAll(() => server?.close());

/** Working copies with sections that several write in at the same time, over WebSockets. */
export async function givenLive() {
  const given = await givenDrafts();
  const { port } = await (async () => {
    server = await serveLiveApp(given.app);
    return server;
  })();
  const cookies = new Map<string, string>();
  const cookieOf = async (account: string): Promise<string> => {
    const cookie = cookies.get(account) ?? (await givenLoggedIn(given.app, account));
    cookies.set(account, cookie);
    return cookie;
  };
  let nth = 0;
  /** A working copy, one of its sections that has text, windows on it, and what the draft says there now. */
  const openedDraft = async (county: '06' | '20' = '06') => {
    nth += 1;
    const draft = await given.opened(county, `levande-${nth}`);
    const read = () => given.read(given.writers[county].region, draft);
    const { sections } = (await read()).draft.text;
    const section = sections.find(({ sentences }) => Object.keys(sentences).length > 2)?.id ?? '';
    const path = `/arbetsversioner/${draft}/avsnitt/${section}/live`;
    const window = async (account: string, document?: Y.Doc) => openWindow({ port, cookie: await cookieOf(account), path }, document);
    const stored = async () => {
      const found = findSection((await read()).draft.text.sections, section);
      return { heading: found?.heading ?? '', lines: found ? linesOf(found) : '' };
    };
    return { draft, section, path, window, stored, read };
  };
  return { ...given, port, cookieOf, openedDraft };
}

export const fragmentOf = ({ document }: LiveWindow): Y.XmlFragment => document.getXmlFragment(LIVE_TEXT);

export function lineWith(text: string): Y.XmlElement {
  const line = new Y.XmlElement(LIVE_LINE);
  line.insert(0, [new Y.XmlText(text)]);
  return line;
}

export function addLine(window: LiveWindow, text: string, at = fragmentOf(window).length): void {
  fragmentOf(window).insert(at, [lineWith(text)]);
}

export function addTable(window: LiveWindow, rows: readonly (readonly string[])[], at = fragmentOf(window).length): void {
  fragmentOf(window).insert(at, [newTable(rows.map(newRow))]);
}

export function typeInto(window: LiveWindow, line: number, at: number, text: string): void {
  ((fragmentOf(window).get(line) as Y.XmlElement).get(0) as Y.XmlText).insert(at, text);
}
