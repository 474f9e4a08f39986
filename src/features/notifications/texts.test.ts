import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isNoticeKind, noticeKindNames } from '../../domain/notifications/kinds.ts';
import { digestText } from './digest-text.ts';
import { saidCount, saidNotice } from './texts.ts';
import { kindTexts } from './texts-kinds.ts';

const src = join(import.meta.dirname, '..', '..');

/** The kinds that a source tells of: what stands as `kind` beside `to` in what an act tells. */
function kindsTold(source: string): string[] {
  return [...source.matchAll(/\bkind:\s*'([^']+)',\s*to:/g)].map(([, kind]) => kind ?? '');
}

const told = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
  .flatMap((path) => kindsTold(readFileSync(join(src, path), 'utf8')).map((kind) => ({ path, kind })));

describe('what acts tell', () => {
  test('is found in the sources', () => {
    expect(kindsTold("tell: [{ kind: 'a-b', to: { accounts: [] }, params: {} }]")).toEqual(['a-b']);
    expect(kindsTold("tell: [\n { kind: 'a-b',\n to: x } ]")).toEqual(['a-b']);
    expect(told.map(({ kind }) => kind)).toContain('deputy-named');
  });

  test('is of kinds that have a sentence', () => {
    expect(told.filter(({ kind }) => !isNoticeKind(kind))).toEqual([]);
  });
});

describe('the words of a kind', () => {
  test.each(noticeKindNames)('%s has a sentence, also when no name is known, a label and words for one and many', (kind) => {
    const params = { from: '2026-12-01', to: '2026-12-02' };
    const { sentence } = saidNotice(kind, { params, nameOf: () => undefined });
    expect(sentence).toMatch(/^[A-ZÅÄÖ].*\.$/);
    expect(sentence).not.toMatch(/undefined|null/);
    expect(kindTexts[kind].label.length).toBeGreaterThan(5);
    expect(saidCount(kind, 1)).toMatch(/^1 /);
    expect(saidCount(kind, 2)).not.toBe(saidCount(kind, 1).replace('1', '2'));
  });

  test('of a later version of the program are said to be unknown, and never repeat the kind', () => {
    expect(saidNotice('tolvan', { params: {}, nameOf: () => undefined }).sentence).not.toContain('tolvan');
    expect(digestText({ tolvan: 2 }, 'http://localhost').text).not.toContain('tolvan');
  });
});
