import type * as Y from 'yjs';

/** Keeps a field of one line the same as a shared text, both ways, with the cursor where it was. */
export function bindHeading(field: HTMLInputElement, shared: Y.Text): void {
  field.value = shared.toString();
  field.addEventListener('input', () => {
    const [before, after] = [shared.toString(), field.value];
    let start = 0;
    while (start < before.length && start < after.length && before[start] === after[start]) start++;
    let end = 0;
    while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
    shared.doc?.transact(() => {
      shared.delete(start, before.length - start - end);
      shared.insert(start, after.slice(start, after.length - end));
    }, field);
  });
  shared.observe((event, { origin }) => {
    if (origin === field) return;
    let { selectionStart: from, selectionEnd: to } = field;
    let at = 0;
    for (const { retain = 0, insert, delete: gone = 0 } of event.delta) {
      at += retain;
      const put = typeof insert === 'string' ? insert.length : 0;
      const moved = (place: number | null) => (place === null || place <= at ? place : Math.max(at, place - gone) + put);
      [from, to] = [moved(from), moved(to)];
      at += put;
    }
    field.value = shared.toString();
    if (document.activeElement === field) field.setSelectionRange(from, to);
  });
}
