import * as Y from 'yjs';
import { rowText } from '../../domain/agreements/table-text.ts';
import { LIVE_HEADING, LIVE_ITEM, LIVE_TABLE, LIVE_TEXT } from '../../domain/drafts/live-form.ts';

/** Texts that could not be stored, kept by this browser until the person takes them away. */
const PREFIX = 'overens-kept ';

/** Keeps what a document says, as the form would show it, beside what has been kept before. Answers whether it could be kept. */
export function keepText(name: string, doc: Y.Doc): boolean {
  try {
    const text = textOf(doc);
    const before = keptText(name);
    if (before.includes(text)) return true;
    localStorage.setItem(`${PREFIX}${name}`, text.includes(before) ? text : `${text}\n\n${before}`);
    return true;
  } catch {
    return false;
  }
}

/** What is kept of a section; nothing when it is empty. */
export function keptText(name: string): string {
  try {
    return localStorage.getItem(`${PREFIX}${name}`) ?? '';
  } catch {
    return '';
  }
}

/** Shows what is kept above a place of the page, to be copied and taken away. */
export function showKept(name: string, place: Element, texts: Readonly<Record<'kept' | 'keptRemove', string>>): void {
  const text = keptText(name);
  if (text === '' || document.getElementById('live-kept')) return;
  const box = document.createElement('div');
  box.className = 'ov-live-kept';
  const label = document.createElement('label');
  label.className = 'govuk-label';
  label.htmlFor = 'live-kept';
  label.textContent = texts.kept;
  const area = document.createElement('textarea');
  area.className = 'govuk-textarea';
  area.id = 'live-kept';
  area.readOnly = true;
  area.rows = 8;
  area.value = text;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ov-live__tool';
  button.textContent = texts.keptRemove;
  button.addEventListener('click', () => {
    localStorage.removeItem(`${PREFIX}${name}`);
    box.remove();
  });
  box.append(label, area, button);
  place.before(box);
}

function textOf(doc: Y.Doc): string {
  const written = elementsIn(doc.getXmlFragment(LIVE_TEXT)).flatMap((line) =>
    line.nodeName === LIVE_TABLE
      ? elementsIn(line).map((row) => rowText(elementsIn(row).map(wordsOf)))
      : [(isItem(line) ? '- ' : '') + wordsOf(line)],
  );
  return [doc.getText(LIVE_HEADING).toString(), ...written].join('\n');
}

function elementsIn(parent: Y.XmlFragment): Y.XmlElement[] {
  return parent.toArray().filter((one) => one instanceof Y.XmlElement);
}

function isItem(line: Y.XmlElement): boolean {
  return (line.getAttribute(LIVE_ITEM) as unknown) === true;
}

/** The characters alone: XmlText by itself writes them out as markup. */
function wordsOf(line: Y.XmlElement): string {
  const texts = line.toArray().filter((text) => text instanceof Y.XmlText);
  return texts.map((text) => Y.Text.prototype.toString.call(text)).join('');
}
