import { type Refusal, refuse } from '../../domain/refusal.ts';

/** The formats that can be read, with what each is called on the wire. */
export const MEDIA_TYPES = {
  txt: 'text/plain',
  md: 'text/markdown',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
export type FileKind = keyof typeof MEDIA_TYPES;

export type KindRefusal = Refusal<'file-kind-unknown' | 'file-not-what-it-says' | 'file-encrypted' | 'file-empty'>;

const ENDINGS: Readonly<Record<string, FileKind>> = { txt: 'txt', text: 'txt', md: 'md', markdown: 'md', docx: 'docx', pdf: 'pdf' };

/** How files begin that are something else than text and yet might be read as such. */
const OTHER_BEGINNINGS = [
  '89504e47',
  'ffd8ff',
  '47494638',
  '7b5c727466',
  '1f8b',
  '425a68',
  '377abcaf',
  '4d5a90',
  '7f454c46',
  'cffaedfe',
  '52617221',
];
const ZIP = ['504b0304', '504b0506'];
const OLE = 'd0cf11e0a1b11ae1';

/**
 * What kind of file it is by its name, when its bytes say the same. Refuses `file-empty`, `file-kind-unknown` (an ending we do not read),
 * `file-not-what-it-says` (the bytes are something else) and `file-encrypted` (a Word file behind a password).
 */
export function kindOfFile(name: string, bytes: Uint8Array): FileKind | KindRefusal {
  const kind = ENDINGS[/\.([a-z]+)$/.exec(name.trim().toLowerCase())?.[1] ?? ''];
  if (!kind) return refuse('file-kind-unknown', { endings: Object.keys(MEDIA_TYPES) });
  if (bytes.length === 0) return refuse('file-empty');
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  if (kind === 'docx' && start === OLE) return refuse(isEncryptedOffice(bytes) ? 'file-encrypted' : 'file-not-what-it-says', { kind });
  const isPdf = Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
  const isZip = ZIP.some((beginning) => start.startsWith(beginning));
  const isOther = OTHER_BEGINNINGS.some((beginning) => start.startsWith(beginning)) || start === OLE;
  const fits = kind === 'pdf' ? isPdf && !isZip : kind === 'docx' ? isZip : !isZip && !isOther && !start.startsWith('25504446');
  return fits ? kind : refuse('file-not-what-it-says', { kind });
}

/** Word keeps a file with a password in an older kind of container, in a stream with this name. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}
