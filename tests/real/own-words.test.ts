import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { runsOf, sharedRuns, withoutPhrases } from './shared-words.ts';

/** A run of more words than this is a sentence taken over, not a fact. */
const MOST_SHARED = 12;

/** Fields that hold names and labels, which are the source's own. */
const LABELS = new Set(['title', 'short', 'heading', 'activity', 'documents', 'header', 'name', 'names', 'law', 'also-called']);

const root = resolve(import.meta.dirname, '../..');
const Allowed = z.strictObject({ names: z.array(z.string()), citations: z.array(z.string()) });
const allowed = Allowed.parse(parse(readFileSync(join(root, 'tests/real/own-words-allowed.yaml'), 'utf8')));
const phrases = [...allowed.names, ...allowed.citations];

/** The source documents belong to their authors and lie outside the project. */
const folder = resolve(root, '../shared/seeds');
const documents = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
const runs = runsOf(
  documents.map((name) => readFileSync(join(folder, name), 'utf8')),
  MOST_SHARED + 1,
);

type Prose = { readonly path: string; readonly text: string };

/** Every text of a data file that is not a name or a label, with its path. */
function proseOf(value: unknown, path: string): Prose[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (LABELS.has(key) ? [] : proseOf(inner, `${path}/${key}`)));
}

const taken = (text: string): string[] => withoutPhrases(text, phrases).flatMap((part) => sharedRuns(part, runs));

describe('own words', () => {
  test('a run of more than twelve words that two texts share is found, one of twelve is not', () => {
    const source = runsOf(['ett två tre fyra fem sex sju åtta nio tio elva tolv tret-\nton fjorton'], MOST_SHARED + 1);
    expect(sharedRuns('Noll. Ett, två, tre, fyra, fem, sex, sju, åtta, nio, tio, elva, tolv, tretton!', source)).toHaveLength(1);
    expect(sharedRuns('Ett, två, tre, fyra, fem, sex, sju, åtta, nio, tio, elva, tolv – och slut.', source)).toEqual([]);
    expect(withoutPhrases('ett två tre', ['två']).map((part) => part.trim())).toEqual(['ett', 'tre']);
  });

  test.runIf(documents.length > 0)('no sentence of a source document stands in the county files', () => {
    const files = globSync('counties/**/*.yaml', { cwd: root }).sort();
    expect(files.length).toBeGreaterThan(5);
    const prose = files.flatMap((file) => proseOf(parse(readFileSync(join(root, file), 'utf8')), file));
    expect(prose.flatMap(({ path, text }) => taken(text).map((run) => `${path}: ${run}`))).toEqual([]);
  });

  test.runIf(documents.length > 0)('no sentence of a source document stands in the documents or the texts of the program', () => {
    const files = [...globSync('{*.md,docs/**/*.md}', { cwd: root }), ...globSync('src/**/*texts*.ts', { cwd: root })].sort();
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap((file) => taken(readFileSync(join(root, file), 'utf8')).map((run) => `${file}: ${run}`))).toEqual([]);
  });

  test.runIf(documents.length > 0)('every allowed wording is still needed', () => {
    const needed = (phrase: string) => sharedRuns(phrase, runs).length > 0;
    expect(phrases.filter((phrase) => !needed(phrase))).toEqual([]);
  });

  test.runIf(documents.length === 0)('the source documents are not here, so nothing can be compared with them', () => {
    expect(documents).toEqual([]);
  });
});
