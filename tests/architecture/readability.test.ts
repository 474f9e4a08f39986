import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { AgreementFile } from '../../src/domain/counties/agreement-file.ts';
import { KnowledgeFile, SituationFile } from '../../src/domain/counties/national-files.ts';
import { projectFiles, read } from './project-files.ts';

/** The most that a summary may have: what a daily paper has. */
const MOST = 40;

const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
const SENTENCE_END = /[.!?:](?=\s|$)/gu;

/** LIX (läsbarhetsindex, Björnsson 1968): words in a sentence, plus how many of a hundred words have more than six letters. */
function lix(text: string): number {
  const words = text.match(WORD) ?? [];
  const sentences = Math.max(1, text.match(SENTENCE_END)?.length ?? 0);
  const long = words.filter((word) => word.length > 6).length;
  return words.length / sentences + (100 * long) / Math.max(1, words.length);
}

const files = (pattern: RegExp) => projectFiles.filter((path) => pattern.test(path)).map((path): unknown => parse(read(path)));
const agreements = files(/^(tests\/)?counties\/[^/]+\/agreements\/[^/]+\.yaml$/).map((file) => AgreementFile.parse(file));
const knowledge = files(/^counties\/national\/knowledge\/[^/]+\.yaml$/).map((file) => KnowledgeFile.parse(file));
const steps = files(/^counties\/national\/situation\.yaml$/).flatMap((file) => SituationFile.parse(file)['next-steps']);

type Said = readonly [what: string, text: string];
const tooHard = (all: readonly Said[]) =>
  all.map(([what, text]) => ({ what, lix: Math.round(lix(text) * 10) / 10 })).filter((one) => one.lix > MOST);

describe('how easy the texts are to read', () => {
  test('is counted as LIX is', () => {
    expect(lix('Vi ses i dag. Du får ett brev.')).toBe(4);
    expect(lix('Överenskommelsen reglerar ansvarsfördelningen mellan huvudmännen.')).toBe(5 + 80);
    expect(tooHard([['hard', 'Överenskommelsen reglerar ansvarsfördelningen.']])).toHaveLength(1);
  });

  test(`summaries have a LIX of at most ${MOST}`, () => {
    expect(agreements.length).toBeGreaterThan(3);
    const summaries: Said[] = [
      ...agreements.map(({ slug, summary }): Said => [slug, summary]),
      ...knowledge.map(({ id, summary }): Said => [id, summary.join(' ')]),
    ];
    expect(tooHard(summaries)).toEqual([]);
  });

  test(`who does what, and the way forward where it cannot be done, are said with a LIX of at most ${MOST}`, () => {
    const rows = agreements.flatMap(({ responsibilities }) => responsibilities);
    expect(rows.length).toBeGreaterThan(80);
    expect(tooHard(rows.map(({ id, plain }): Said => [id, plain]))).toEqual([]);
    expect(tooHard(rows.flatMap((row): Said[] => (row['way-forward'] ? [[row.id, row['way-forward']]] : [])))).toEqual([]);
  });

  test(`what to do next is said with a LIX of at most ${MOST}`, () => {
    expect(steps.length).toBeGreaterThan(10);
    expect(tooHard(steps.map(({ id, text }): Said => [id, text]))).toEqual([]);
  });
});
