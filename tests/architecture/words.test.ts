import { describe, expect, test } from 'vitest';
import { projectFiles, read } from './project-files.ts';

const TEXT = /\.(ts|tsx|mjs|json|yaml|sql|scss|md|svg)$|^\.ci\/|^\.gitignore$|^LICENSE/;
const texts = projectFiles.filter((path) => TEXT.test(path) && path !== 'tests/architecture/words.test.ts');

/** What a project that speaks only of itself does not say. */
const FOREIGN: Readonly<Record<string, RegExp>> = {
  'a path of one machine': /(?<![\w.$}])\/(work|root|Users|mnt)\/|(?<![\w.$}])\/home\/(?!anna\/)|\bC:\\\\?Users/,
  'a package registry': /\bregistry\.(npmjs|yarnpkg|npmmirror)\b|\b(artifactory|verdaccio|nexus)\b|_authToken/i,
  'a page it was planned on': /\b(domain|design|house-style|look|features)\.md\b|\bissues? #?\d+\b/i,
  'who typed it':
    /\b(claude|anthropic|chatgpt|openai|copilot|llm|sub-?agent|(?:this|previous|earlier|next) session|ai assistant|language model)\b/i,
  'work that is not done': /\b(TODO|FIXME|XXX|HACK)\b/,
};

const foreignIn = (text: string): string[] => Object.entries(FOREIGN).flatMap(([what, pattern]) => (pattern.test(text) ? [what] : []));

describe('the text of the project', () => {
  test.each([
    ['a path of one machine', ['see /work', 'shared and more'].join('/')],
    ['a path of one machine', 'open /home/kim/overens'],
    ['a package registry', ['https://registry', 'npmjs.org/zod'].join('.')],
    ['a page it was planned on', 'as domain.md says'],
    ['a page it was planned on', 'asked for in issue 2'],
    ['who typed it', 'Claude wrote this'],
    ['work that is not done', '// TODO: later'],
  ])('is seen to speak of %s in "%s"', (what, text) => {
    expect(foreignIn(text)).toEqual([what]);
  });

  test('speaks of the project alone', () => {
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.flatMap((path) => foreignIn(read(path)).map((what) => `${path}: ${what}`))).toEqual([]);
  });

  test('silences no tool', () => {
    const signs = new RegExp(
      ['@ts-' + '(ignore|expect-error|nocheck)', 'biome-' + 'ignore', 'eslint-' + 'disable', 'v8 ' + 'ignore'].join('|'),
    );
    expect(texts.filter((path) => signs.test(read(path)))).toEqual([]);
  });
});
