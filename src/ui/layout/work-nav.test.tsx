import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { galleryShell } from '../gallery/shell.ts';
import type { WorkPlace } from '../shell.ts';
import { WorkNav } from './work-nav.tsx';

const WORK: WorkPlace = { href: '/arbete', label: 'Att göra' };
const DRAFTS: WorkPlace = { href: '/arbetsversioner', label: 'Arbetsversioner', group: 'Skriva avtal' };
const ROUNDS: WorkPlace = { href: '/remisser', label: 'Remisser', group: 'Skriva avtal' };

function render(path: string, places: readonly WorkPlace[]) {
  const shell = { ...galleryShell(path), login: { name: 'Alva', staff: true, places } };
  return new JSDOM(String(<WorkNav shell={shell} />)).window.document;
}

describe('the menu of whoever has logged in', () => {
  it('lays places of one kind in a menu that opens without script, and never one alone', () => {
    const many = render('/arbete', [WORK, DRAFTS, ROUNDS]);
    expect([...many.querySelectorAll('details a')].map((link) => link.textContent)).toEqual(['Arbetsversioner', 'Remisser']);
    expect(many.querySelector('details summary')?.textContent).toBe('Skriva avtal');
    expect(render('/arbete', [WORK, ROUNDS]).querySelector('details')).toBeNull();
  });

  it('marks where one is, also inside a place and on the closed menu that holds it', () => {
    const inside = render('/remisser/1?visa=alla', [WORK, DRAFTS, ROUNDS]);
    expect([...inside.querySelectorAll('[aria-current]')].map((link) => [link.textContent, link.getAttribute('aria-current')])).toEqual([
      ['Remisser', 'true'],
    ]);
    expect(inside.querySelector('summary')?.className).toContain('--here');
    expect(render('/arbete', [WORK, DRAFTS, ROUNDS]).querySelector('summary')?.className).not.toContain('--here');
  });

  it('never marks two places where one address begins with the other', () => {
    const both: WorkPlace[] = [
      { href: '/personer', label: 'Personer' },
      { href: '/personer/nodoppningar', label: 'Nödöppningar' },
    ];
    const marked = render('/personer/nodoppningar', both).querySelectorAll('[aria-current]');
    expect([...marked].map((link) => link.textContent)).toEqual(['Nödöppningar']);
  });
});
