import type { AgreementDocument } from './agreement-document.ts';

/** For tests: a small document with one of everything. */
export const givenDocument: AgreementDocument = {
  title: 'Överenskommelse om prov',
  kind: 'Länsöverenskommelse',
  notice: { heading: 'Inte undertecknad', text: 'En utskrift.' },
  facts: [
    { label: 'Parter', values: ['Region Prov', 'Åby, Öby'] },
    { label: 'Version', values: ['1.0'] },
  ],
  contents: 'Innehåll',
  blocks: [
    { kind: 'heading', level: 1, text: '1 Inledning', onNewPage: true },
    { kind: 'paragraph', text: 'Ett stycke med #panic("nej") och *inte fet* & <b>.' },
    { kind: 'heading', level: 2, text: '1.1 Bakgrund', onNewPage: false },
    { kind: 'list', items: ['Första punkten', 'Andra punkten'] },
    { kind: 'heading', level: 3, text: 'Djupare', onNewPage: false },
    { kind: 'heading', level: 4, text: 'Djupast', onNewPage: false },
    { kind: 'note', text: 'En anmärkning.' },
    { kind: 'facts', facts: [{ label: 'Källa', values: ['Provet'] }] },
    { kind: 'heading', level: 1, text: 'Vem gör vad', onNewPage: true },
    { kind: 'table', columns: ['Vad', 'Kommunen'], widths: [2, 1], rows: [['P-01 Prova', 'Ansvarar']] },
  ],
  running: 'Prov, version 1.0',
  page: { label: 'Sida', of: 'av' },
  madeAt: Temporal.Instant.from('2026-11-22T11:00:00Z'),
};
