import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KeyKind, makeSelfMade } from '../../src/platform/seal/make-certificate.ts';
import { parseSeal, type Seal } from '../../src/platform/seal/seal-key.ts';

/** A seal of its own, that holds on the day of their clock. */
export async function givenSeal(kind?: KeyKind): Promise<Seal> {
  const { key, certificate } = await makeSelfMade(Temporal.Instant.from('2026-11-22T11:00:00Z'), kind);
  const seal = parseSeal(key, certificate);
  if (!seal) throw new Error('the seal that we make can be read');
  return seal;
}

/** The smallest PDF that can be sealed, about three hundred bytes. */
export function givenSmallPdf(): Uint8Array<ArrayBuffer> {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${rows}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

const PDFSIG = 'pdfsig';

/** Is `pdfsig` of Poppler on this machine? */
export function hasPdfsig(): boolean {
  try {
    execFileSync(PDFSIG, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What a program of Poppler says of a file. */
export function popplerSays(program: 'pdfsig' | 'pdfinfo', pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'overens-seal-'));
  try {
    const [file, out] = [join(folder, 'a.pdf'), join(folder, 'out')];
    writeFileSync(file, pdf);
    // pdfsig ends with 1 where the certificate has no known issuer, whatever it says of the signature.
    execFileSync('sh', ['-c', '"$1" "$2" > "$3" 2>/dev/null || true', 'sh', program, file, out], { cwd: folder });
    return readFileSync(out, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
