import { type Fault, fault } from './check-fault.ts';
import { collections, type DataFile, type FolderKind, kindOfFile, requiredFiles } from './check-kinds.ts';
import { texts } from './check-select.ts';

/** Files that are missing or that nothing would read. `names`: every file of the folder, with `/` between parts. */
export function checkFolderFiles(folder: FolderKind, names: readonly string[]): Fault[] {
  const required = requiredFiles[folder].map((kind) => `${kind}.yaml`);
  const missing = required.filter((file) => !names.includes(file)).map((file) => fault(file, [], 'missing-file', { file }));
  const allowed = [
    ...required,
    ...collections[folder].map(({ folder: under }) => `${under}/*.yaml`),
    ...(folder === 'county' ? ['templates/*'] : []),
    'README.md',
  ];
  const unexpected = names
    .filter((name) => name !== 'README.md' && !kindOfFile(folder, name) && !(folder === 'county' && name.startsWith('templates/')))
    .map((name) => fault(name, [], 'unexpected-file', { allowed }));
  return [...missing, ...unexpected];
}

/**
 * Files whose name does not tell what is in them: `agreements/<slug>.yaml`, or `agreements/<slug>.<version>.yaml` when
 * several versions are kept; `knowledge/<id>.yaml`, `outlines/<id>.yaml`. The first word of a slug, the county, may be left out: the folder says it.
 */
export function checkFileNames(folder: FolderKind, files: readonly DataFile[]): Fault[] {
  return files.flatMap(({ file, value }) => {
    const found = collections[folder].find(({ kind }) => kind === kindOfFile(folder, file));
    if (!found) return [];
    const { folder: under, kind } = found;
    const name = file.slice(under.length + 1, -'.yaml'.length);
    const id = texts(value, kind === 'agreement' ? 'slug' : 'id')[0]?.value;
    if (id === undefined || (kind === 'agreement' ? namesAgreement(name, id) : name === id)) return [];
    return [fault(file, [kind === 'agreement' ? 'slug' : 'id'], 'unexpected-file-name', { expected: `${under}/${id}.yaml` })];
  });
}

function namesAgreement(name: string, slug: string): boolean {
  return [slug, slug.slice(slug.indexOf('-') + 1)].some((stem) => name === stem || name.startsWith(`${stem}.`));
}
