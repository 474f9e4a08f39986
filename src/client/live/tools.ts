import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { isItem } from './schema.ts';
import { redo, toggleItem, undo } from './view.ts';

type Texts = Readonly<Record<'item' | 'undo' | 'redo' | 'tools', string>>;

/** The buttons over the text: what the keys do, for those who do not know them. */
export function toolsFor(view: EditorView, texts: Texts): { readonly bar: HTMLElement; refresh(): void } {
  const bar = document.createElement('div');
  bar.className = 'ov-live__tools';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', texts.tools);
  const button = (text: string, command: Command) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'ov-live__tool';
    made.textContent = text;
    made.addEventListener('click', () => {
      command(view.state, view.dispatch, view);
      view.focus();
    });
    bar.append(made);
    return made;
  };
  const item = button(texts.item, toggleItem);
  button(texts.undo, undo);
  button(texts.redo, redo);
  const refresh = () => item.setAttribute('aria-pressed', String(isItem(view.state.selection.$from.parent)));
  refresh();
  return { bar, refresh };
}
