import { describe, expect, test } from 'vitest';
import { read, sourceFiles, withoutComments } from './project-files.ts';

const SIGNS: Readonly<Record<string, RegExp>> = {
  'sql template': /\bsql(\.[a-z]+)?\s*(<[^`]*>)?`/,
  'query building': /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(/,
  'query of a driver': /(?<!req)\.query(<[^(]*>)?\(/,
  'SQL in a string': /['"`]\s*(select\s[\s\S]*?\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s)/i,
  'import of a database library': /\bfrom '(pg|kysely)(\/[^']*)?'|\bimport\('(pg|kysely)/,
};

const signsIn = (code: string): string[] => {
  const bare = withoutComments(code);
  return Object.entries(SIGNS).flatMap(([sign, pattern]) => (pattern.test(bare) ? [sign] : []));
};

const mayHoldSql = (path: string): boolean => path.endsWith('.sql.ts') || path.startsWith('src/platform/db/');

describe('SQL', () => {
  test.each([
    ['sql template', "import { sql } from 'x';\nsql`select 1`"],
    ['sql template', 'sql<{ a: string }>`select a from b`'],
    ['query building', "tx.selectFrom('agreement')"],
    ['query of a driver', "client.query<{ a: 1 }>('x')"],
    ['SQL in a string', "const text = 'select a from b'"],
    ['import of a database library', "import { sql } from 'kysely';"],
  ])('is recognised as %s', (sign, code) => {
    expect(signsIn(code)).toContain(sign);
  });

  test('stands only in *.sql.ts and the platform', () => {
    const found = sourceFiles.filter((path) => !mayHoldSql(path)).flatMap((path) => signsIn(read(path)).map((sign) => `${path}: ${sign}`));
    expect(found).toEqual([]);
  });

  test('is handed the transaction: every exported function of a *.sql.ts takes tx first', () => {
    const files = sourceFiles.filter((path) => path.endsWith('.sql.ts'));
    const functions = files.flatMap((path) =>
      [...read(path).matchAll(/^export (?:async )?function (\w+)(?:<[^(]*>)?\(([^)]*)/gm)].map(([, name, first]) => ({
        path,
        name,
        first,
      })),
    );
    expect(functions.length).toBeGreaterThan(10);
    expect(functions.filter(({ first }) => !/^\s*tx: Tx\b/.test(first ?? ''))).toEqual([]);
  });
});
