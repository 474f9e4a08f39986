import { type FaultCode, type FaultOf, showPath } from '../../domain/counties/check-fault.ts';
import type { ShownFault } from './check-folder.ts';
import { faultTexts } from './fault-texts.ts';
import type { Said } from './fault-words.ts';
import { checkTexts } from './texts.ts';

/** A fault as one line: `file:line path – what is wrong – what was expected`. */
export function sayFault({ file, line, fault }: ShownFault): string {
  const { wrong, expected } = say(fault);
  return `${file}:${line} ${showPath(fault.path) || checkTexts.wholeFile} – ${oneLine(wrong)} – ${oneLine(expected)}`;
}

/** What is wrong at a place of a file that is not one on disk: the place, and what is wrong and expected there. */
export function faultSentence(fault: ShownFault['fault']): string {
  const { wrong, expected } = say(fault);
  return `${showPath(fault.path) || checkTexts.wholeFile}: ${oneLine(wrong)}, ${oneLine(expected)}`;
}

function say<C extends FaultCode>({ code, params }: FaultOf<C>): Said {
  return faultTexts[code](params);
}

/** A value quoted from the file may hold line breaks and control characters; the sentence stays on its line. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ');
}
