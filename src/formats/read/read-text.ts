import { sourceOfText } from '../../domain/imports/source-of-text.ts';
import type { SourceText } from '../../domain/imports/source-text.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';

/** A text file as a source, in UTF-8, UTF-16 or Windows-1252. Refuses `file-not-what-it-says` when its bytes are no text. */
export function readText(bytes: Uint8Array, kind: 'txt' | 'md'): SourceText | Refusal<'file-not-what-it-says'> {
  const text = decoded(bytes);
  if (text === undefined || CONTROLS.test(text)) return refuse('file-not-what-it-says', { kind });
  return sourceOfText(text, kind === 'md' ? 'markdown' : 'text');
}

/** Signs that no text has. Tab, line breaks, form feed and the delete of old terminals aside. */
const CONTROLS = /[^\P{Cc}\t\n\v\f\r\u0085\u009f]/u;

function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const silent = zeros(bytes);
  if (silent) return new TextDecoder(silent).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // These five are no signs at all in Windows-1252.
    return bytes.some((byte) => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)) ? undefined : new TextDecoder('windows-1252').decode(bytes);
  }
}

/** UTF-16 without a mark at its beginning: in Swedish nearly every other byte is zero. */
function zeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 4 || bytes.length % 2 === 1) return undefined;
  const at = (parity: number) => sample.filter((byte, index) => index % 2 === parity && byte === 0).length / (sample.length / 2);
  if (at(1) > 0.7 && at(0) < 0.1) return 'utf-16le';
  return at(0) > 0.7 && at(1) < 0.1 ? 'utf-16be' : undefined;
}
