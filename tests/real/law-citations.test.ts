import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { IsoDate } from '../../src/domain/counties/ids.ts';
import { LawFile } from '../../src/domain/counties/national-files.ts';
import { chooseSource } from '../../src/domain/law/choose-source.ts';
import { type Citation, type Provision, provisionKey } from '../../src/domain/law/citation.ts';
import type { Counterpart } from '../../src/domain/law/counterparts.ts';
import { knownStatutes } from '../../src/domain/law/known-statutes.ts';
import { parseCitations } from '../../src/domain/law/parse-citations.ts';
import { parseLawReference } from '../../src/domain/law/parse-law-reference.ts';
import { resolveCitation } from '../../src/domain/law/resolve-citation.ts';

const KeyCitation = z.strictObject({
  text: z.string(),
  id: z.string(),
  provisions: z.array(z.string()).default([]),
  status: z.enum(['in-force', 'repealed', 'not-found', 'not-covered', 'not-yet']),
  since: IsoDate.optional(),
  counterparts: z.array(z.string()).default([]),
});
const Key = z.strictObject({
  documents: z.array(
    z.strictObject({ document: z.string(), what: z.string(), 'written-on': IsoDate, citations: z.array(KeyCitation).min(1) }),
  ),
});

const root = resolve(import.meta.dirname, '../..');
const readYaml = (path: string): unknown => parse(readFileSync(join(root, path), 'utf8'));
const law = LawFile.parse(readYaml('counties/national/law.yaml'));
const key = Key.parse(readYaml('tests/real/law-citations-key.yaml'));
const known = knownStatutes(law);
const today = Temporal.PlainDate.from('2026-11-22');

/** The source documents belong to their authors and lie outside the project. */
const folder = resolve(root, '../shared/seeds');
const sources = existsSync(folder) ? readdirSync(folder) : [];
const fileOf = (document: string) => sources.find((name) => name.startsWith(`${document}_`) && name.endsWith('.txt'));
const held = key.documents.every(({ document }) => fileOf(document) !== undefined);
if (!held) console.log(`Hoppar över källdokumentens laghänvisningar: dokumenten finns inte i ${folder}`);

function provisionText(provision: Provision): string {
  const paragraphs = (provision.paragraphs ?? []).map((n) => `/s${n}`);
  const items = (provision.items ?? []).map((n) => `/i${n}`);
  return [provisionKey(provision), ...paragraphs, ...items].join('');
}

const describeOne = (text: string, id: string, provisions: readonly string[]) =>
  `${text.replace(/\s+/g, ' ')} = ${id} ${provisions.join(', ')}`;
const counterpartText = ({ sfs, provisions }: Counterpart) => `${sfs} ${provisions.join(', ')}`.trim();

type Found = { citation: Citation; line: string };

function foundIn(document: string, writtenOn: string): Found[] {
  const text = readFileSync(join(folder, fileOf(document) ?? ''), 'utf8');
  return parseCitations(text, known).map((citation) => {
    const id = chooseSource(citation, law, Temporal.PlainDate.from(writtenOn))?.id ?? '?';
    return { citation, line: describeOne(citation.text, id, citation.provisions.map(provisionText)) };
  });
}

/** How many of `wanted` are among `given`, each used once. */
function hits(wanted: readonly string[], given: readonly string[]): number {
  const left = [...given];
  return wanted.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

type Count = { expected: string[]; found: string[] };

function figures({ expected, found }: Count) {
  const hit = hits(expected, found);
  return { expected: expected.length, found: found.length, hit, precision: hit / found.length, recall: hit / expected.length };
}

describe.skipIf(!held)('citations of the source documents against the hand-made key', () => {
  const all: Count = { expected: [], found: [] };
  const exact: Count = { expected: [], found: [] };
  for (const { document, 'written-on': writtenOn, citations } of key.documents) {
    const found = held ? foundIn(document, writtenOn) : [];
    all.found.push(...found.map(({ line }) => `${document} ${line}`));
    exact.found.push(...found.filter(({ citation }) => citation.provisions.length > 0).map(({ line }) => `${document} ${line}`));
    const lines = citations.map(({ text, id, provisions }) => `${document} ${describeOne(text, id, provisions)}`);
    all.expected.push(...lines);
    exact.expected.push(...lines.filter((_, i) => (citations[i]?.provisions.length ?? 0) > 0));
  }

  afterAll(() => {
    for (const [name, count] of [['med bestämmelse', exact] as const, ['alla', all] as const]) {
      const { expected, found, hit, precision, recall } = figures(count);
      console.log(
        `Laghänvisningar ${name}: ${expected} i facit, ${found} funna, ${hit} rätt; precision ${precision.toFixed(3)}, täckning ${recall.toFixed(3)}`,
      );
    }
  });

  test.each([
    ['with provisions', exact],
    ['all', all],
  ])('finds at least 95 % of the references, and at least 95 % of what it finds is right: %s', (_, count) => {
    const { precision, recall } = figures(count);
    const missed = count.expected.filter((line) => !count.found.includes(line));
    const wrong = count.found.filter((line) => !count.expected.includes(line));
    expect({ ok: precision >= 0.95 && recall >= 0.95, missed, wrong }).toMatchObject({ ok: true });
  });

  test.each(key.documents)(
    'tells what each reference of document $document comes to on 2026-11-22',
    ({ document, 'written-on': writtenOn, citations }) => {
      const found = foundIn(document, writtenOn);
      for (const wanted of citations) {
        const line = describeOne(wanted.text, wanted.id, wanted.provisions);
        const citation = found.find((one) => one.line === line)?.citation;
        expect(citation, line).toBeDefined();
        if (!citation) continue;
        const resolution = resolveCitation(citation, law, today, Temporal.PlainDate.from(writtenOn));
        const { status, since, counterparts } = resolution;
        expect({ line, status, counterparts: counterparts.map(counterpartText) }).toEqual({
          line,
          status: wanted.status,
          counterparts: wanted.counterparts,
        });
        if (wanted.since !== undefined) expect({ line, since }).toEqual({ line, since: wanted.since });
      }
    },
  );

  test('every slice of the text is exactly the citation', () => {
    for (const { document } of key.documents) {
      const text = readFileSync(join(folder, fileOf(document) ?? ''), 'utf8');
      for (const citation of parseCitations(text, known)) expect(text.slice(citation.start, citation.end)).toBe(citation.text);
    }
  });
});

describe('the law file', () => {
  const acts = new Map(law.statutes.map((statute) => [statute.sfs, statute]));
  const ids = new Set([...acts.keys(), ...law.other.map(({ id }) => id)]);

  test('names no act and no provision twice', () => {
    expect(law.statutes.length + law.other.length).toBe(ids.size);
    for (const { sfs, provisions = [], 'repealed-provisions': repealed, 'uncertain-provisions': uncertain } of law.statutes) {
      const keys = [...provisions, ...repealed.map(({ provision }) => provision), ...uncertain];
      expect(
        keys.filter((one, i) => keys.indexOf(one) !== i),
        sfs,
      ).toEqual([]);
    }
  });

  test('has every act that replaced, was changed or succeeded, and every present counterpart is in force today', () => {
    for (const { 'replaced-by': by } of law.statutes) if (by !== undefined) expect(ids).toContain(by);
    for (const { amends } of law.other) if (amends !== undefined) expect(ids).toContain(amends);
    for (const { old, new: parts, topic } of law.successors) {
      expect(ids, topic).toContain(old.sfs);
      for (const { sfs, provisions } of parts) {
        expect(ids, topic).toContain(sfs);
        expect(acts.get(sfs)?.['repealed-from'], topic).toBeUndefined();
        const read = acts.get(sfs)?.provisions;
        for (const one of provisions) {
          if (read)
            expect(
              read.some((key) => key === one || (one.endsWith(' kap.') && key.startsWith(`${one.slice(0, -5)}:`))),
              `${topic}: ${one}`,
            ).toBe(true);
        }
      }
    }
  });

  test('writes every provision the one way it is looked up by', () => {
    for (const { sfs, provisions = [] } of law.statutes) {
      const forms = new Set(
        provisions.map((one) => (/^\d+( [a-z])?:\d+( [a-z])?$/.test(one) ? 'chapters' : /^\d+( [a-z])?$/.test(one) ? 'sections' : one)),
      );
      expect(forms.size, `${sfs}: ${[...forms].join()}`).toBeLessThanOrEqual(1);
    }
  });
});

describe('the law references of the county files', () => {
  const references = new Map<string, string>();
  const collect = (value: unknown, file: string, isLaw: boolean): void => {
    if (typeof value === 'string') {
      if (isLaw) references.set(value, file);
    } else if (Array.isArray(value)) for (const one of value) collect(one, file, isLaw);
    else if (value !== null && typeof value === 'object')
      for (const [name, one] of Object.entries(value)) collect(one, file, name === 'law');
  };
  for (const file of globSync('counties/**/*.yaml', { cwd: root }))
    if (!file.endsWith('national/law.yaml')) collect(readYaml(file), file, false);

  test('are each read as exactly one citation, of a provision that is not missing from its act', () => {
    expect(references.size).toBeGreaterThan(0);
    for (const [reference, file] of references) {
      const citation = parseLawReference(reference, law);
      expect(citation, `${file}: ${reference}`).toBeDefined();
      if (citation) expect(resolveCitation(citation, law, today).status, `${file}: ${reference}`).not.toBe('not-found');
    }
  });
});
