import { IndexeddbPersistence } from 'y-indexeddb';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { LIVE_HEADING, LIVE_TEXT, type LivePerson, MOST_LIVE_HEADING } from '../domain/drafts/live-form.ts';
import { connect, type LiveState } from './live/connection.ts';
import { clearCopy, copyName, holdCopy, marksOf, noteCopy, settleCopy } from './live/copies.ts';
import { bindHeading } from './live/heading.ts';
import { keepText, showKept } from './live/kept.ts';
import { ownWordsFollow } from './live/own-words.ts';
import { toolsFor } from './live/tools.ts';
import { cursorOf, makeView, noticeCursor } from './live/view.ts';

/** What the page tells: who writes, and every sentence that the editor says. */
type Told = {
  readonly account: string;
  readonly back: string;
  /** False of what is about a person: then the browser keeps no copy. */
  readonly copy: boolean;
  readonly texts: Readonly<
    Record<
      | LiveState
      | 'alone'
      | 'here'
      | 'region'
      | 'municipality'
      | 'done'
      | 'item'
      | 'undo'
      | 'redo'
      | 'noCopy'
      | 'isKept'
      | 'kept'
      | 'keptRemove'
      | 'tools'
      | 'table'
      | 'tableName'
      | 'tableTools'
      | 'rowAdd'
      | 'rowRemove'
      | 'columnAdd'
      | 'columnRemove'
      | 'cell'
      | 'cellHead'
      | 'hint',
      string
    >
  >;
};

const root = document.querySelector<HTMLElement>('[data-live]');
const form = document.querySelector('textarea[name="lines"]')?.closest('form');
if (root && form) void begin(root, form, JSON.parse(root.dataset.live ?? '{}') as Told);

/**
 * Puts the editor in the place of the form's field, as soon as everything that others have written is here. Until then, and where it never comes, the form works as it is; who has
 * already begun to type in the form goes on there.
 */
async function begin(place: HTMLElement, within: HTMLFormElement, { account, back, copy, texts }: Told): Promise<void> {
  const address = `${location.origin}${location.pathname}/live`;
  const [area, heading] = [
    within.elements.namedItem('lines') as HTMLTextAreaElement,
    within.elements.namedItem('heading') as HTMLInputElement | null,
  ];
  const untouched = () => area.value === area.defaultValue && heading?.value === heading?.defaultValue;
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const name = copyName(account, location.pathname);
  const tab = crypto.randomUUID();
  showKept(name, place, texts);
  // A copy of what is stored, or kept otherwise, is not merged anew.
  await clearCopy(name).catch(() => undefined);
  const marks = marksOf(name);
  const hasCopy = copy && (await keepCopy(name, doc));
  const loaded = hasCopy ? marks : new Map<string, string>();
  const [stateLine, peopleLine, announcer] = [...place.querySelectorAll('p')];
  const label = document.querySelector<HTMLElement>(`label[for="${area.id}"]`);
  let mounted = false;
  let last: LiveState | undefined;
  let isKept = false;

  const say = (state: LiveState) => {
    if (!mounted) return;
    const time = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Stockholm' }).format(new Date());
    const sentence = texts[state].replace('{tid}', time);
    const isSafe = hasCopy || state === 'saved' || state === 'saving';
    const all = isKept ? `${sentence} ${texts.isKept}` : isSafe ? sentence : `${sentence} ${texts.noCopy}`;
    if (stateLine) stateLine.textContent = all;
    place.dataset.state = state;
    // Only what changes what they can do is said aloud: not every save.
    const quiet = (one: LiveState | undefined) => one === undefined || one === 'saved' || one === 'saving';
    if (announcer && (!quiet(state) || (!quiet(last) && state === 'saved'))) announcer.textContent = all;
    if (!(last && !quiet(last) && state === 'saving')) last = state;
    if (!copy) return;
    if (state === 'saved' || isKept) settleCopy(name, tab, loaded);
    else noteCopy(name, tab, false);
  };

  const here = (people: readonly LivePerson[] | undefined) => {
    if (!people && peopleLine) peopleLine.textContent = '';
    if (!people) return;
    const names = people.map((one) => `${one.name} (${texts[one.side]})`).join(', ');
    if (peopleLine) peopleLine.textContent = people.length > 0 ? texts.here.replace('{namn}', names) : texts.alone;
  };

  let coming: (update: Uint8Array) => void = () => undefined;
  const connection = connect(address, doc, awareness, {
    here,
    coming: (update) => coming(update),
    state: (state) => {
      // What can never be stored must not be sent again when the page is opened anew: it is kept as plain text, and the copy counts as done with.
      if (state === 'refused') isKept = copy && keepText(name, doc);
      say(state);
      if (['shut', 'gone', 'forbidden', 'refused'].includes(state)) lock();
      if (mounted || !isKept) return;
      settleCopy(name, tab, loaded);
      showKept(name, place, texts);
    },
    synced: () => {
      if (mounted || !untouched()) return;
      mounted = true;
      mount();
    },
  });

  let lock: () => void = () => undefined;
  const mount = () => {
    place.hidden = false;
    if (heading) {
      heading.maxLength = MOST_LIVE_HEADING;
      bindHeading(heading, doc.getText(LIVE_HEADING));
    }
    if (label) label.id ||= `${area.id}-label`;
    const box = document.createElement('div');
    box.className = 'ov-live';
    const hint = document.getElementById(`${area.id}-hint`);
    if (hint) hint.textContent = texts.hint;
    let tools: ReturnType<typeof toolsFor> | undefined;
    const view = makeView(
      box,
      doc,
      awareness,
      {
        attributes: { 'aria-labelledby': label?.id ?? '', 'aria-describedby': [hint?.id, stateLine?.id].filter(Boolean).join(' ') },
        tableName: texts.tableName,
      },
      () => tools?.refresh(),
    );
    const follow = ownWordsFollow(doc, doc.getXmlFragment(LIVE_TEXT), () => cursorOf(view));
    coming = (update) => {
      noticeCursor(view);
      follow(update);
    };
    tools = toolsFor(view, texts, (sentence) => {
      if (announcer) announcer.textContent = sentence;
    });
    box.prepend(tools.bar);
    area.replaceWith(box);
    label?.removeAttribute('for');
    label?.addEventListener('click', () => view.focus());
    lock = () => {
      view.setProps({ editable: () => false });
      if (heading) heading.readOnly = true;
    };
    const button = within.querySelector<HTMLButtonElement>('button.govuk-button');
    if (button) button.textContent = texts.done;
    // There is nothing to cancel: what is written is stored.
    within.nextElementSibling?.querySelector(`a[href="${back}"]`)?.remove();
    within.addEventListener('submit', (event) => {
      event.preventDefault();
      connection.save();
      const leave = () => (connection.isSaved() ? location.assign(back) : setTimeout(leave, 200));
      leave();
    });
    say(connection.isSaved() ? 'saved' : 'saving');
  };

  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (copy && origin !== 'remote' && mounted) noteCopy(name, tab, false);
  });
  for (const event of ['blur', 'pagehide']) addEventListener(event, () => connection.save());
  addEventListener('beforeunload', (event) => {
    if (mounted && !hasCopy && !connection.isSaved()) event.preventDefault();
  });
}

/** Has the browser keep what is written until it is stored. False where it does not keep anything. */
async function keepCopy(name: string, doc: Y.Doc): Promise<boolean> {
  try {
    holdCopy(name);
    const copy = new IndexeddbPersistence(name, doc);
    // `_db` fails where nothing may be kept; `whenSynced` then never comes.
    await Promise.race([copy.whenSynced, (copy as unknown as { _db: Promise<unknown> })._db.then(() => copy.whenSynced)]);
    return true;
  } catch {
    return false;
  }
}
