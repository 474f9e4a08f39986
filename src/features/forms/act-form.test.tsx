import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { ActForm, type FormField } from './act-form.tsx';
import { given } from './form-values.ts';

const field = (name: string, fold?: string): FormField => ({
  kind: 'select',
  name,
  label: name,
  part: 'Vem gör vad?',
  fold,
  options: [{ value: 'responsible', label: 'Ansvarar' }],
});

function shown(values: Record<string, string>, faults: { field: string; text: string }[] = []) {
  const fields = [field('vc', 'I regionen'), field('vuxen', 'I kommunen'), field('skola', 'I kommunen')];
  const form = <ActForm action="/x" fields={fields} values={given(values)} faults={faults} submit="Spara" />;
  const { document } = new JSDOM(String(form)).window;
  const names = (within: ParentNode) => [...within.querySelectorAll('select')].map(({ name }) => name);
  const folds = [...document.querySelectorAll('details')].map((one) => [one.querySelector('summary')?.textContent.trim(), names(one)]);
  return { all: names(document).toSorted(), folds };
}

describe('fields that are folded together', () => {
  test('stand under the words they share, with how many they are, and are all sent', () => {
    expect(shown({})).toEqual({
      all: ['skola', 'vc', 'vuxen'],
      folds: [
        ['I regionen (1)', ['vc']],
        ['I kommunen (2)', ['vuxen', 'skola']],
      ],
    });
  });

  test('never hide what is chosen, or what something is wrong with', () => {
    expect(shown({ vuxen: 'responsible' }, [{ field: 'vc', text: 'Fel' }]).folds).toEqual([['I kommunen (1)', ['skola']]]);
    expect(shown({ vuxen: 'responsible' }).all).toEqual(['skola', 'vc', 'vuxen']);
  });
});
