import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { fault } from '../../domain/counties/check-fault.ts';
import { type FolderKind, kindOfFile, type National, requiredFiles } from '../../domain/counties/check-kinds.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { KnowledgeFile } from '../../domain/counties/national-files.ts';
import type { OutlineFile } from '../../domain/counties/outline-file.ts';
import { parseYaml, type SourceFile } from './parse-yaml.ts';

/** The content of a county folder that has no faults. */
export type ReadCountyFolder = { county: CountyFile; agreements: AgreementFile[] };

/** The content of the national folder when it has no faults: the single files by name, the pages of knowledge support, and the outlines of agreements. */
export type ReadNationalFolder = { files: National; knowledge: KnowledgeFile[]; outlines: OutlineFile[] };

/** A data folder as it lies on disk. `names`: every file; `files`: the data files among them; `hash`: of what they hold. */
export type FolderOnDisk = {
  readonly kind: FolderKind;
  readonly folder: string;
  readonly name: string;
  readonly hash: string;
  readonly names: readonly string[];
  readonly files: readonly SourceFile[];
};

const MAX_BYTES = 2_000_000;

export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/**
 * Reads a county folder or the national folder. Which of them it is, its files tell: county.yaml, or any of the national
 * ones. Files and folders whose name begins with a dot are not looked at.
 */
export async function readFolder(folder: string): Promise<FolderOnDisk> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
    .sort();
  const name = basename(resolve(folder));
  const kind = kindOfFolder(name, names);
  const hash = createHash('sha256');
  const files: SourceFile[] = [];
  for (const file of names) {
    if (!kindOfFile(kind, file)) continue;
    const bytes = await readFile(join(folder, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    files.push(readSource(file, bytes));
  }
  return { kind, folder, name, hash: hash.digest('hex'), names, files };
}

function kindOfFolder(name: string, names: readonly string[]): FolderKind {
  if (names.includes('county.yaml')) return 'county';
  return name === 'national' || requiredFiles.national.some((kind) => names.includes(`${kind}.yaml`)) ? 'national' : 'county';
}

function readSource(file: string, bytes: Buffer): SourceFile {
  if (bytes.length > MAX_BYTES) return unreadable(file, 'too-large');
  try {
    return parseYaml(file, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return unreadable(file, 'not-utf8');
    throw error;
  }
}

function unreadable(file: string, reason: 'not-utf8' | 'too-large'): SourceFile {
  return { file, value: undefined, faults: [{ line: 1, fault: fault(file, [], 'unreadable-file', { reason }) }], lineOf: () => 1 };
}
