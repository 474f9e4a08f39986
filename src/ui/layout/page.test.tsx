import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { galleryShell } from '../gallery/shell.ts';
import { ErrorPage } from '../pages/error-page.tsx';
import type { Shell } from '../shell.ts';
import { Page, type PageProps } from './page.tsx';

const shell: Shell = galleryShell('/avtal?lan=06');
const html = (props: Partial<PageProps> = {}) => String(<Page shell={shell} title="Avtal" {...props} />);
const render = (props: Partial<PageProps> = {}) => new JSDOM(html(props)).window.document;

describe('a page', () => {
  it('is a whole Swedish document in standards mode', () => {
    expect(html()).toMatch(/^<!doctype html><html lang="sv"/);
    expect(render().compatMode).toBe('CSS1Compat');
  });

  it('has a title that says what and where, and "Fel:" first when a form is at fault', () => {
    expect(render().title).toBe('Avtal – Överens');
    expect(render({ errors: [{ text: 'Välj' }] }).title).toBe('Fel: Avtal – Överens');
    expect(render({ title: 'Överens' }).title).toContain('vem gör vad');
  });

  it('lets the keyboard reach the content first', () => {
    const document = render();
    const first = document.querySelector('a, button, input, summary');
    expect(first?.textContent).toBe('Till innehållet');
    expect(document.querySelector(first?.getAttribute('href') ?? '')?.tagName).toBe('MAIN');
  });

  it('shows where in the service the reader is', () => {
    const current = render({ nav: 'avtal' }).querySelectorAll('header nav [aria-current]');
    expect([...current].map((link) => [link.textContent, link.getAttribute('aria-current')])).toEqual([['Avtal', 'page']]);
    expect(render({ nav: 'lagrum' }).querySelector('header nav [aria-current]')?.getAttribute('aria-current')).toBe('true');
  });

  it('chooses a county with a plain form that comes back to the same address', () => {
    const form = render().querySelector<HTMLFormElement>('form.ov-county__form');
    expect([form?.method, form?.getAttribute('action')]).toEqual(['post', '/lan/valj']);
    expect(form?.querySelector<HTMLInputElement>('[name=return]')?.value).toBe('/avtal?lan=06');
    expect([...(form?.querySelectorAll<HTMLButtonElement>('[name=county]') ?? [])].map(({ value }) => value)).toEqual(['20', '06', '']);
  });

  it('shows no county chooser when there is nothing to choose among', () => {
    expect(render({ shell: { ...shell, counties: [] } }).querySelector('.ov-county')).toBeNull();
  });

  it('says that it is a demonstration only when it is one', () => {
    expect(render().body.textContent).toContain('Det här är en demonstration');
    expect(render({ shell: { ...shell, demo: false } }).body.textContent).not.toContain('demonstration');
  });

  it('writes version, status, source and day at the foot of the printed sheet', () => {
    const foot = render({ print: { version: '10.0', status: 'Gäller', source: 'Jönköpings län' } }).querySelector('.ov-print-footer');
    expect([...(foot?.querySelectorAll('span') ?? [])].map((part) => part.textContent)).toEqual([
      'Överens',
      'Version 10.0',
      'Status: Gäller',
      'Källa: Jönköpings län',
      'Utskrivet 2026-11-22',
    ]);
  });

  it('never lets text become markup', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const document = render({
      title: evil,
      lead: evil,
      caption: evil,
      breadcrumbs: [{ label: evil }],
      description: evil,
      shell: { ...shell, path: `"${evil}` },
    });
    expect(document.querySelector('img')).toBeNull();
    expect(document.querySelector('h1')?.textContent).toBe(evil);
  });

  it('puts the contents before the text on a wide page, and facts after it on a narrow one', () => {
    const order = (wide: boolean) =>
      [...(render({ wide, aside: 'A', children: 'B' }).querySelector('.ov-layout')?.children ?? [])].map((part) => part.textContent);
    expect(order(true)).toEqual(['A', 'B']);
    expect(order(false)).toEqual(['B', 'A']);
  });
});

describe('an error page', () => {
  it.each([400, 403, 404, 413, 429, 500, 503] as const)('says for %i what happened and what to do', (status) => {
    const document = new JSDOM(String(<ErrorPage shell={shell} status={status} requestId="r-17" />)).window.document;
    expect(document.querySelector('h1')?.textContent?.length).toBeGreaterThan(10);
    expect(document.querySelectorAll('main li').length).toBeGreaterThan(0);
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect(document.querySelector('main')?.textContent?.includes('r-17')).toBe(status >= 500);
  });
});
