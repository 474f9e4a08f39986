import { stableId } from '../../src/platform/ids.ts';
import { knock, type Visit } from './visit.ts';

const REGION = 'strategigrupp-06';
const DALARNA = 'strategigrupp-20';

/** The fictional working copies that are written: Jönköpings län has the ladder of deviations, Dalarna that of disputes and the extension. */
const written = `/arbetsversioner/${stableId('demo:draft:06')}`;
const other = `/arbetsversioner/${stableId('demo:draft:20')}`;

type Form = NonNullable<Visit['form']>;

/** A form at an address: looking at it, and sending it. */
const both = (path: string, address: string, form: Form, as = REGION): Record<string, readonly Visit[]> => ({
  [`GET /arbetsversioner/:id/${path}`]: knock(as, address),
  [`POST /arbetsversioner/:id/${path}`]: [{ path: address, as, form }],
});

const cites = 'inledning';
const ladder = `${written}/trappor/avvikelse`;
const dispute = `${other}/trappor/lokal-tvist`;
const table = `${written}/avsnitt/vem-gor-vad-som-tabell-pahittat/tabell/a3`;
const part = `${other}/lokala-overenskommelser/delar`;
const step = { who: 'Någon', description: 'Inom två veckor.', after: '0', cites };

/** How to knock on the forms of the terms and rows of a working copy. */
export const draftFormVisits: Readonly<Record<string, readonly Visit[]>> = {
  ...both('parter', `${written}/parter`, { who: 'all', note: 'Länets kommuner.', cites }),
  ...both('malgrupp', `${written}/malgrupp`, { description: 'Vuxna.', 'conditions-age-min': '18', cites }),
  ...both('malgrupp/innanfor', `${written}/malgrupp/innanfor`, { conditions: ['pregnant:yes'] }),
  ...both('malgrupp/situationer', `${written}/malgrupp/situationer`, { when: ['substance:alcohol'] }),
  ...both('forlangning', `${other}/forlangning`, { months: '12', times: '1', requires: ['no-successor'], cites: 'giltighetstid' }, DALARNA),
  ...both('informationsskyldighet', `${written}/informationsskyldighet`, { who: 'Varje part', to: 'De andra', about: 'Ändringar.', cites }),
  ...both('uppsagning', `${written}/uppsagning`, { allowed: 'no', instead: 'Påtala bristen.', notice: ['reko'], cites }),
  ...both('mindre-andringar', `${written}/mindre-andringar`, { by: ['reko'], 'may-not-touch': 'Syfte', cites }),
  ...both('lokala-overenskommelser', `${written}/lokala-overenskommelser`, {
    per: 'municipality',
    responsible: ['each-party'],
    purpose: 'Säga hur.',
    cites,
  }),
  'GET /arbetsversioner/:id/lokala-overenskommelser/delar/:part': knock(DALARNA, `${part}/ny`),
  'POST /arbetsversioner/:id/lokala-overenskommelser/delar/:part': [
    { path: `${part}/ny`, as: DALARNA, form: { heading: 'Mötesplatser', guidance: 'Var och när?', after: '0', cites: 'giltighetstid' } },
  ],
  ...both('lokala-overenskommelser/delar/:part/ta-bort', `${part}/framtagande/ta-bort`, {}, DALARNA),
  ...both('villkor/:term/ta-bort', `${other}/villkor/extension/ta-bort`, {}, DALARNA),
  'GET /arbetsversioner/:id/beslutsgang/:step': knock(REGION, `${written}/beslutsgang/ny`, `${written}/beslutsgang/uppdrag`),
  'POST /arbetsversioner/:id/beslutsgang/:step': [
    {
      path: `${written}/beslutsgang/ny`,
      as: REGION,
      form: { step: 'consult', by: ['reko'], description: 'ReKo tycker till.', after: '0', cites },
    },
  ],
  ...both('beslutsgang/:step/ta-bort', `${written}/beslutsgang/uppdrag/ta-bort`, {}),
  ...both('ny-trappa', `${written}/ny-trappa`, { title: 'Tvist', kind: 'local-dispute', ends: 'body', who: 'ReKo', body: 'reko', cites }),
  ...both('trappor/:ladder', ladder, { title: 'Avvikelser', kind: 'deviation', ends: 'body' }),
  ...both('trappor/:ladder/ta-bort', `${other}/trappor/regional-tvist/ta-bort`, {}, DALARNA),
  'GET /arbetsversioner/:id/trappor/:ladder/steg/:level': knock(REGION, `${ladder}/steg/ny`, `${ladder}/steg/1`),
  'POST /arbetsversioner/:id/trappor/:ladder/steg/:level': [{ path: `${ladder}/steg/ny`, as: REGION, form: step }],
  ...both('trappor/:ladder/steg/:level/ta-bort', `${ladder}/steg/1/ta-bort`, {}),
  'GET /arbetsversioner/:id/trappor/:ladder/regel/:rule': knock(REGION, `${ladder}/regel/ny`, `${ladder}/regel/1`),
  'POST /arbetsversioner/:id/trappor/:ladder/regel/:rule': [{ path: `${ladder}/regel/ny`, as: REGION, form: { text: 'En regel.', cites } }],
  ...both('trappor/:ladder/regel/:rule/ta-bort', `${dispute}/regel/1/ta-bort`, {}, DALARNA),
  ...both('matris', `${written}/matris`, { layout: 'groups', note: 'Så här läser ni tabellen.' }),
  'GET /arbetsversioner/:id/matris/rubriker/:group': knock(REGION, `${written}/matris/rubriker/ny`, `${written}/matris/rubriker/kommun`),
  'POST /arbetsversioner/:id/matris/rubriker/:group': [
    { path: `${written}/matris/rubriker/ny`, as: REGION, form: { heading: 'Ny rubrik', after: '0' } },
  ],
  'GET /arbetsversioner/:id/matris/rubriker/:group/ta-bort': knock(REGION, `${written}/matris/rubriker/kommun/ta-bort`),
  'POST /arbetsversioner/:id/matris/rubriker/:group/ta-bort': [
    { path: `${written}/matris/rubriker/kommun/ta-bort`, as: REGION, form: {}, refused: true },
  ],
  'GET /arbetsversioner/:id/matris/aktorer/:actor': knock(DALARNA, `${other}/matris/aktorer/ny`, `${other}/matris/aktorer/pv`),
  'POST /arbetsversioner/:id/matris/aktorer/:actor': [
    {
      path: `${other}/matris/aktorer/ny`,
      as: DALARNA,
      form: { name: 'Ny aktör', authority: 'region', after: '0', performers: ['primarvard'], roles: ['kurator'] },
    },
  ],
  'GET /arbetsversioner/:id/matris/aktorer/:actor/ta-bort': knock(DALARNA, `${other}/matris/aktorer/pv/ta-bort`),
  'POST /arbetsversioner/:id/matris/aktorer/:actor/ta-bort': [
    { path: `${other}/matris/aktorer/pv/ta-bort`, as: DALARNA, form: {}, refused: true },
  ],
  ...both('avsnitt/:section/ny-tabell', `${written}/avsnitt/inledning/ny-tabell`, { headings: 'Vad\nVem' }),
  'GET /arbetsversioner/:id/avsnitt/:section/tabell/:row': knock(REGION, table),
  'POST /arbetsversioner/:id/avsnitt/:section/tabell/:row': [
    { path: table, as: REGION, form: { 'cell-0': 'Stöd i hemmet', 'cell-1': 'Deltar', 'cell-2': 'Ansvarar' } },
  ],
  ...both('avsnitt/:section/tabell/:row/ny-rad', `${table}/ny-rad`, { 'cell-0': 'Boende', 'cell-1': 'Kommunen' }),
  ...both('avsnitt/:section/tabell/:row/ny-kolumn', `${table}/ny-kolumn`, { heading: 'När', after: '0' }),
  ...both('avsnitt/:section/tabell/:row/kolumner/:column/ta-bort', `${table}/kolumner/2/ta-bort`, {}),
  ...both('avsnitt/:section/tabell/:row/ta-bort', `${table}/ta-bort`, {}),
  ...both('ansvar/:row/nar', `${written}/ansvar/JA-02/nar`, { when: ['substance:alcohol'], always: 'no' }),
  ...both('ansvar/:row/kraver', `${written}/ansvar/JA-02/kraver`, {
    conditions: ['pregnant:yes'],
    text: 'Om hon är gravid.',
    way: 'Vänd dig till vårdcentralen.',
  }),
  ...both('ansvar/:row/tid', `${written}/ansvar/JA-02/tid`, { 'deadline-value': 'genast', 'deadline-basis': 'agreement' }),
  ...both('ansvar/:row/lag', `${written}/ansvar/JA-02/lag`, { law: 'SoL 19 kap. 1 §', warnings: 'Glöm inte barnen.' }),
};
