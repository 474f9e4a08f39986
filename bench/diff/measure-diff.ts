import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diffArrays, diffWords } from 'diff';
import { parse } from 'yaml';
import { diffVersions } from '../../src/domain/agreements/diff/diff-versions.ts';
import { sentencesOf } from '../../src/domain/agreements/sections.ts';
import { AgreementFile } from '../../src/domain/counties/agreement-file.ts';
import { projectRoot } from '../../src/platform/config/index.ts';
import { versionsOfHundredPages, wordCount } from './pair.ts';

/** What `--only` names it by. */
export const DIFF = 'diff-100-pages';

/** Milliseconds: the first of a new process, and the median and 95th percentile of the rest. `changes`: of meaning. */
export type DiffFigures = {
  readonly words: number;
  readonly sentences: number;
  readonly changes: number;
  readonly ours: { readonly first: number; readonly p50: number; readonly p95: number };
  readonly floor: { readonly first: number; readonly p50: number; readonly p95: number };
};

const PATTERN = join(projectRoot, 'counties', '06-jonkoping', 'agreements', 'missbruk-beroende.yaml');

/** Compares two versions of a hundred pages, beside the least that marks the changed words: the library alone, sentence against sentence. */
export async function measureDiff(runs: number): Promise<DiffFigures> {
  const [from, to] = versionsOfHundredPages(AgreementFile.parse(parse(await readFile(PATTERN, 'utf8'))));
  const compared = diffVersions(from, to, []);
  return {
    words: wordCount(from),
    sentences: sentencesOf(from).length,
    changes: compared.meaning.length,
    ours: timed(runs, () => diffVersions(from, to, [])),
    floor: timed(runs, () => floor(from, to)),
  };
}

function floor(from: AgreementFile, to: AgreementFile): unknown {
  const lines = (version: AgreementFile) => sentencesOf(version).map(({ text }) => text);
  const parts = diffArrays(lines(from), lines(to));
  return parts.map(({ removed, value }, index) => {
    const next = parts[index + 1];
    return removed && next?.added ? diffWords(value.join('\n'), next.value.join('\n')) : value;
  });
}

function timed(runs: number, run: () => unknown): DiffFigures['ours'] {
  const times = Array.from({ length: runs + 1 }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  });
  const [first = 0, ...rest] = times;
  const sorted = rest.sort((a, b) => a - b);
  return { first, p50: sorted[Math.floor(sorted.length / 2)] ?? 0, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0 };
}
