import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { AgreementFile } from '../../src/domain/counties/agreement-file.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const folder = path.resolve(root, '..', 'shared', 'seeds');
const source = existsSync(folder) ? readdirSync(folder).find((name) => name.startsWith('003_') && name.endsWith('.txt')) : undefined;

const SUB_HEADING = 'Ansvarsfördelning vård och omsorg';

type Matrix = {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
};

/** The table of the source as printed: tab between cells, the line of column heads, the sub-heading, one line a row until a blank one. */
function matrixOfText(text: string): Matrix {
  const lines = text.split(/\r?\n/).map((line) => line.split('\t').map((cell) => cell.replace(/<\/?b>/g, '').trim()));
  const at = lines.findIndex((cells) => cells[0] === SUB_HEADING && cells.length > 1);
  if (at < 1) throw new Error(`the source has no table with the sub-heading ${SUB_HEADING}`);
  const end = lines.findIndex((cells, index) => index > at && cells.length === 1);
  return {
    heading: lines[at]?.[0] ?? '',
    columns: lines[at - 1]?.slice(1) ?? [],
    rows: lines.slice(at + 1, end).map(([label = '', ...cells]) => ({ label, cells })),
  };
}

/** The same table as the county file says it: actors in the order of their columns, an x where the row names the actor. */
function matrixOfAgreement(agreement: AgreementFile): Matrix {
  const actors = Object.entries(agreement.actors).sort(([, a], [, b]) => (a.column ?? 0) - (b.column ?? 0));
  return {
    heading: agreement.matrix.groups.map((group) => group.heading).join(),
    columns: actors.map(([, actor]) => actor.name),
    rows: agreement.responsibilities.map((row) => ({
      label: row.activity,
      cells: actors.map(([id]) => (row.actors.some(({ actor }) => actor === id) ? 'x' : '')),
    })),
  };
}

function readAgreement(): AgreementFile {
  const file = path.join(root, 'counties', '20-dalarna', 'agreements', 'missbruk-beroende-2021.yaml');
  return AgreementFile.parse(parse(readFileSync(file, 'utf8')));
}

const missing = source ? '' : ` (skipped: no file 003_*.txt in ${path.relative(root, folder)})`;

describe.skipIf(!source)(`the matrix of Dalarna beside its source${missing}`, () => {
  const text = () => readFileSync(path.join(folder, source ?? ''), 'utf8');

  it('is cell by cell identical with the table of the source', () => {
    const printed = matrixOfText(text());
    expect(printed.rows).toHaveLength(14);
    expect(printed.columns).toHaveLength(4);
    expect(printed.rows.every((row) => row.cells.length === 4)).toBe(true);
    expect(matrixOfAgreement(readAgreement())).toEqual(printed);
  });

  it('sees a single x that has moved, appeared or gone, and a label that is off by a letter', () => {
    const printed = matrixOfText(text());
    const moved = text().replace('Diagnos missbruk och beroende\tx\t\tx\t', 'Diagnos missbruk och beroende\t\tx\tx\t');
    const gone = text().replace('Abstinensvård\tx\t', 'Abstinensvård\t\t');
    const appeared = text().replace('Läkemedelsbehandling, narkotika\t\t', 'Läkemedelsbehandling, narkotika\tx\t');
    const misspelt = text().replace('Sociala stödinsatser\t', 'Social stödinsatser\t');
    for (const changed of [moved, gone, appeared, misspelt]) {
      expect(changed).not.toBe(text());
      expect(matrixOfText(changed)).not.toEqual(printed);
      expect(matrixOfAgreement(readAgreement())).not.toEqual(matrixOfText(changed));
    }
  });
});

describe('the matrix of Dalarna', () => {
  it('has the rows DAL-01 to DAL-14 in the order of the source', () => {
    const ids = readAgreement().responsibilities.map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 14 }, (_, index) => `DAL-${String(index + 1).padStart(2, '0')}`));
  });

  /** The marks of the printed table, row by row, also where the source is not at hand: primary care, somatic clinics, psychiatry, social services. */
  const MARKS = ['xxxx', 'x.xx', 'x.x.', 'x.x.', '..x.', 'x.x.', '..x.', '..x.', 'x.xx', 'x.x.', 'x.xx', 'x.xx', 'xxxx', 'xxxx'];

  it('has a mark where the printed table has one, and nowhere else', () => {
    const { rows } = matrixOfAgreement(readAgreement());
    expect(rows.map(({ cells }) => cells.map((cell) => cell || '.').join(''))).toEqual(MARKS);
  });

  it('reads every x as responsibility and none as sole or chief responsibility', () => {
    const roles = readAgreement().responsibilities.flatMap(({ actors }) => actors.map(({ role }) => role));
    expect(new Set(roles)).toEqual(new Set(['responsible']));
    expect(roles).toHaveLength(35);
  });

  it('says that the local agreement settles the split in every row with several responsible, orosanmälan apart', () => {
    const shared = readAgreement().responsibilities.filter(({ id, actors }) => actors.length > 1 && id !== 'DAL-14');
    expect(shared).toHaveLength(10);
    for (const row of shared) expect(row.plain).toContain('lokala överenskommelsen');
  });
});
