/**
 * The floor: the least program that gives the same answers. Bare node:http and pg on the same database, one query for each answer,
 * a loop over the rows, JSON.stringify or a string. No framework, no checks of what is asked, no policy, no memory between requests.
 * What it leaves out is not wrong in a floor: it says how fast this machine could be at most.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { packFirst } from '../src/platform/http/codings.ts';
import { matrixHtml, navigatorHtml, readingHtml, searchHtml } from './floor/html.ts';
import { agreementJson, matrixJson, navigatorJson, searchJson } from './floor/json.ts';
import { floorQueries } from './floor/queries.ts';
import { factsOfBody, factsOfQuery } from './floor/situation.ts';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const read = floorQueries(pool);

async function answer(request: IncomingMessage): Promise<{ type: string; body: string } | undefined> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const [, first, second, third, fourth] = pathname.split('/').map(decodeURIComponent);
  const on = searchParams.get('on') ?? searchParams.get('datum') ?? new Date().toISOString().slice(0, 10);
  if (first === 'api' && third === 'navigator') {
    const asked = JSON.parse(await bodyOf(request)) as Record<string, unknown>;
    const municipality = asked.municipality === undefined ? undefined : String(asked.municipality);
    const county = String(asked.county ?? municipality?.slice(0, 2));
    return json(navigatorJson(await read.dutiesOf(county, municipality, String(asked.date ?? on)), factsOfBody(asked), on));
  }
  if (first === 'api' && third === 'search') return json(searchJson(await read.search(searchParams.get('q') ?? '')));
  if (first === 'api' && third === 'agreements') {
    const slug = fourth ?? '';
    if (pathname.endsWith('/matrix')) return json(matrixJson(slug, await read.matrix(slug, on)));
    return json(agreementJson(slug, on, await read.summary(slug, on)));
  }
  if (first === 'avtal' && third === 'ansvar') return html(matrixHtml(second ?? '', await read.matrix(second ?? '', on)));
  if (first === 'avtal') return html(readingHtml(second ?? '', await read.text(second ?? '', on)));
  if (first === 'sok') return html(searchHtml(await read.search(searchParams.get('q') ?? '')));
  if (first !== 'vem-gor-vad') return undefined;
  const place = searchParams.get('kommun') ?? '';
  return html(navigatorHtml(await read.dutiesOf(place.slice(0, 2), place, on), factsOfQuery(searchParams), on));
}

const json = (value: unknown) => ({ type: 'application/json', body: JSON.stringify(value) });
const html = (body: string) => ({ type: 'text/html; charset=utf-8', body });

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** Packs as the program packs an answer that it has not given before. */
async function send(request: IncomingMessage, response: ServerResponse, type: string, text: string): Promise<void> {
  const coding = String(request.headers['accept-encoding'] ?? '').includes('br') ? 'br' : 'identity';
  const { body } = await packFirst(coding, Buffer.from(text));
  const packed = coding === 'identity' ? {} : { 'content-encoding': coding };
  response.writeHead(200, { 'content-type': type, ...packed, 'content-length': body.byteLength }).end(body);
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const made = await answer(request);
  if (made) await send(request, response, made.type, made.body);
  else response.writeHead(404).end();
}

const server = createServer((request, response) => {
  serve(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : 0 })}\n`);
});
for (const event of ['disconnect', 'SIGTERM', 'SIGINT']) process.on(event, () => process.exit(0));
