import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** What a first visit sends over the wire for one page, in bytes: bodies as a browser asks for them, headers not counted. */
export type PageWeight = {
  readonly name: string;
  readonly html: number;
  readonly style: number;
  readonly script: number;
  /** Every font that the stylesheet offers; a page that needs fewer sends less. */
  readonly fonts: number;
  readonly other: number;
  readonly total: number;
};

const MAIN_PAGES = [
  ['Home', '/'],
  ['Register', '/avtal'],
  ['Reading page', '/avtal/jonkoping-missbruk-beroende'],
  ['Matrix page', '/avtal/jonkoping-missbruk-beroende/ansvar'],
  ['Navigator, first question', '/vem-gor-vad'],
  ['Navigator, answer', '/vem-gor-vad?kommun=0686&behov=abstinens&alder=45&amne=alkohol&svarighetsgrad=lindrig&visa=svar'],
  ['County', '/lan/06'],
  ['Municipality', '/kommun/0686'],
  ['Law', '/lagrum'],
  ['Comparison', '/jamfor'],
  ['Search', '/sok?q=avgiftning'],
] as const;

/** The weight of each main page, as it is for all but the first who ask for it on a day; a page that is not there is left out. */
export async function weighPages(base: string): Promise<PageWeight[]> {
  const weights: PageWeight[] = [];
  for (const [, path] of [...MAIN_PAGES, ...MAIN_PAGES]) await fetchSized(base, path);
  await wait(1_000);
  for (const [name, path] of MAIN_PAGES) {
    const page = await fetchSized(base, path);
    if (page.status === 200) weights.push(await weigh(base, name, page.size, await textOf(base, path)));
  }
  return weights;
}

async function weigh(base: string, name: string, html: number, text: string): Promise<PageWeight> {
  const linked = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
  const sheets = linked.filter((path) => path.endsWith('.css'));
  const offered = await Promise.all(sheets.map(async (path) => [...(await textOf(base, path)).matchAll(/url\(["']?([^"')]+\.woff2)/g)]));
  const fonts = offered.flat().map(([, path]) => new URL(path ?? '', `${base}/assets/`).pathname);
  const sum = async (paths: Iterable<string>) => {
    const sizes = await Promise.all([...new Set(paths)].map((path) => fetchSized(base, path)));
    return sizes.reduce((total, { size }) => total + size, 0);
  };
  const isOther = (path: string) => !/\.(css|js|woff2)$/.test(path);
  const [style, script, font, other] = await Promise.all([
    sum(sheets),
    sum(linked.filter((path) => path.endsWith('.js'))),
    sum([...fonts, ...linked.filter((path) => path.endsWith('.woff2'))]),
    sum(linked.filter(isOther)),
  ]);
  return { name, html, style, script, fonts: font, other, total: html + style + script + font + other };
}

async function textOf(base: string, path: string): Promise<string> {
  return (await fetch(`${base}${path}`)).text();
}

/** The size of the body as sent, still compressed. */
function fetchSized(base: string, path: string): Promise<{ status: number; size: number }> {
  return new Promise((resolve, reject) => {
    get(`${base}${path}`, { headers: { 'accept-encoding': 'gzip, deflate, br' } }, (response) => {
      let size = 0;
      response.on('data', (part: Buffer) => {
        size += part.length;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, size }));
    }).on('error', reject);
  });
}
