import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { STATUS_CODES } from '../../src/domain/agreements/status.ts';
import { AgreementFile } from '../../src/domain/counties/agreement-file.ts';
import { projectFiles, read } from './project-files.ts';

/** The jobs' own schema is that of the library that runs them: a job has a state, and nothing of an agreement is a job. */
const migrations = projectFiles.filter((path) => /^migrations\/.*\.sql$/.test(path) && !path.endsWith('-lay-jobs.sql')).map(read);
const agreement: unknown = parse(read('counties/20-dalarna/agreements/missbruk-beroende-2021.yaml'));

/** Lines of a migration that declare a column or a type that could hold a status. Comments may speak of it. */
const statusColumns = (sql: string): string[] =>
  sql
    .split('\n')
    .filter(
      (line) => /^\s*(state|status)(?!_hash|d_)\w*\s+\w+|\bcreate type \w*(state|status)/i.test(line) && !line.trimStart().startsWith('--'),
    );

describe('the status of an agreement', () => {
  test('has no column to be set in', () => {
    expect(statusColumns('create table x (\n  status text\n);')).toHaveLength(1);
    expect(migrations.length).toBeGreaterThan(1);
    expect(migrations.flatMap(statusColumns)).toEqual([]);
  });

  test('cannot be written in a file, neither of the agreement nor of any of its acts', () => {
    expect(AgreementFile.safeParse(agreement).success).toBe(true);
    const { acts } = AgreementFile.parse(agreement);
    for (const code of STATUS_CODES) {
      expect(AgreementFile.safeParse({ ...(agreement as object), status: code }).success, code).toBe(false);
      expect(AgreementFile.safeParse({ ...(agreement as object), acts: acts.map((act) => ({ ...act, status: code })) }).success, code).toBe(
        false,
      );
    }
  });
});
