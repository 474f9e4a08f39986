import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { given } from '../../domain/counties/check-given.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { checkFolder } from './check-folder.ts';
import { sayFault } from './say-fault.ts';

let root: string;
let county: string;
const agreement = 'agreements/prov-beroende.yaml';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'overens-check-'));
  county = join(root, '98-prov');
  for (const { file, value } of given.county()) await write(file, stringify(value));
  for (const { file, value } of given.national()) await write(`../national/${file}`, stringify(value));
});

afterEach(() => rm(root, { recursive: true }));

async function write(file: string, content: string | Uint8Array): Promise<void> {
  const path = join(county, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** Writes a file anew with one text put in place of another, and answers the line where it stands. */
async function replace(file: string, from: string, to: string): Promise<number> {
  const known = [...given.county(), ...given.national().map((national) => ({ ...national, file: `../national/${national.file}` }))];
  const text = stringify(known.find((candidate) => candidate.file === file)?.value);
  const at = text.indexOf(from);
  if (at < 0) throw new Error(`${from} does not stand in ${file}`);
  await write(file, text.replace(from, to));
  return text.slice(0, at).split('\n').length + (from.startsWith('\n') ? 1 : 0);
}

/** What is said of the county, with the temporary folder left out. */
async function said(folder = county, national?: string): Promise<string[]> {
  const check = await checkFolder(folder, { national });
  if (isRefusal(check)) return [check.code];
  return check.sound ? [] : check.faults.map((fault) => sayFault(fault).replaceAll(`${root}/`, ''));
}

describe('checking a folder on disk', () => {
  it('hands over what a sound county holds, defaults filled in', async () => {
    const check = await checkFolder(county);
    if (isRefusal(check) || !check.sound || check.folder.kind !== 'county') throw new Error('expected a sound county');
    expect(check.folder.name).toBe('98-prov');
    expect(check.folder.read.county.notes).toEqual([]);
    expect(check.folder.read.agreements.map(({ slug }) => slug)).toEqual(['prov-beroende', 'prov-lokal']);
  });

  it('hands over what sound national data holds', async () => {
    const check = await checkFolder(join(root, 'national'));
    if (isRefusal(check) || !check.sound || check.folder.kind !== 'national') throw new Error('expected sound national data');
    expect(check.folder.read.files.law.statutes).toHaveLength(2);
    expect(check.folder.read.knowledge.map(({ id }) => id)).toEqual(['vip-samverkan']);
  });

  it('gives the same hash for the same files and another for others', async () => {
    const hash = async () => {
      const check = await checkFolder(county);
      return isRefusal(check) || !check.sound ? undefined : check.folder.hash;
    };
    const before = await hash();
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(await hash()).toBe(before);
    await replace('county.yaml', 'Norrby', 'Nordby');
    expect(await hash()).not.toBe(before);
  });

  it('says where a sentence that is not there is cited, and which there are', async () => {
    const line = await replace(agreement, 'ansvar.a1', 'ansvar.a9');
    expect(await said()).toEqual([
      `98-prov/${agreement}:${line} responsibilities[0].cites[0] – hänvisar till "ansvar.a9" som inte finns – väntade en mening i avsnittet "ansvar": a1, a2, a3`,
    ]);
  });

  it('says which key was meant', async () => {
    const line = await replace('county.yaml', '\nname: Provlän', '\nnamn: Provlän');
    expect(await said()).toEqual([
      `98-prov/county.yaml:1 name – nyckeln "name" saknas – väntade text`,
      `98-prov/county.yaml:${line} namn – okänd nyckel "namn" – väntade en av nycklarna: menade du "name"? Det finns: code, name, region, municipalities, districts, bodies, contacts, local-agreements, planning, notes`,
    ]);
  });

  it('says that a code without quotation marks has become a number', async () => {
    await replace('county.yaml', 'code: "98"', 'code: 98');
    expect(await said()).toEqual(['98-prov/county.yaml:1 code – är ett tal (98) – väntade text inom citattecken']);
  });

  it('says who sits in no body, and where', async () => {
    const line = await replace('county.yaml', 'seats:\n      - id: domare\n        title: Domare', 'seats: []');
    expect(await said()).toEqual([
      `98-prov/county.yaml:${line} bodies[1].seats – ingen sitter i organet "tingsratten" – väntade minst en plats`,
    ]);
  });

  it('says which law reference cannot be read, by the law.yaml of the national folder', async () => {
    const line = await replace(agreement, '- SoL 19:1', '- lagen om allt');
    expect(await said()).toEqual([
      `98-prov/${agreement}:${line} responsibilities[0].law[0] – lagrummet "lagen om allt" går inte att tolka eller finns inte – väntade ett lagrum som "SoL 19 kap. 1 §"`,
    ]);
  });

  it('says every fault of every file, in the order of files and lines', async () => {
    await replace('county.yaml', 'name: Söderby', 'name: ""');
    await replace(agreement, 'area: missbruk-beroende', 'area: missbruk-berone');
    await write('agreements/prov-lokal.yaml', 'slug: prov-lokal\n\tcounty: "98"\n');
    expect((await said()).map((line) => line.split(' – ')[0])).toEqual([
      `98-prov/${agreement}:4 area`,
      '98-prov/agreements/prov-lokal.yaml:2 (hela filen)',
      '98-prov/county.yaml:9 municipalities[1].name',
    ]);
  });

  it('refuses text that is not UTF-8', async () => {
    await write('county.yaml', new Uint8Array([0x61, 0x3a, 0x20, 0xe5]));
    expect(await said()).toEqual(['98-prov/county.yaml:1 (hela filen) – filen är inte skriven i UTF-8 – väntade text i UTF-8']);
  });

  it('refuses a file that is too large to be one', async () => {
    await write(agreement, `# ${'x'.repeat(2_000_000)}\n`);
    expect(await said()).toEqual([`98-prov/${agreement}:1 (hela filen) – filen är för stor – väntade högst 2 MB`]);
  });

  it('refuses a file that nothing would read', async () => {
    await write('agreements/prov.yml', 'slug: prov\n');
    expect(await said()).toEqual([
      '98-prov/agreements/prov.yml:1 (hela filen) – filen hör inte hemma här och skulle inte läsas – väntade bara county.yaml, agreements/*.yaml, templates/*, README.md',
    ]);
  });

  it('refuses a folder without county.yaml', async () => {
    await rm(join(county, 'county.yaml'));
    expect(await said()).toEqual(['98-prov/county.yaml:1 (hela filen) – filen saknas – väntade county.yaml i mappen']);
  });

  it('says that the national data must be right first', async () => {
    await replace('../national/areas.yaml', 'label: Missbruk och beroende', 'label: ""');
    expect((await said()).map((line) => line.split(' – ')[1])).toEqual(['de nationella uppgifterna har 1 fel']);
  });

  it('takes national data from the folder that is given', async () => {
    await write('../other/areas.yaml', 'areas: []\n');
    const lines = await said(county, join(root, 'other'));
    expect(
      lines.some((line) =>
        line.includes('hänvisar till området "missbruk-beroende" som inte finns – väntade ett område i areas.yaml: det finns inga'),
      ),
    ).toBe(true);
  });

  it('refuses folders that are not there', async () => {
    expect(await said(join(root, 'nowhere'))).toEqual(['folder-not-found']);
    expect(await said(county, join(root, 'nowhere'))).toEqual(['national-not-found']);
  });

  it('does not look at hidden files', async () => {
    await write('.editor/settings.yaml', 'a: 1\n');
    expect(await said()).toEqual([]);
  });
});
