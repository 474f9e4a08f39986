import { Compare } from '../components/compare.tsx';
import { Matrix, type MatrixCell, MatrixKeys } from '../components/matrix.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { Table } from '../components/table.tsx';
import { Page } from '../layout/page.tsx';
import { galleryShell } from './shell.ts';

const x: MatrixCell = { role: 'responsible' };
const columns = [
  { id: 'pv', label: 'Vårdcentral och ungdomsmottagning', short: 'Vårdcentral' },
  { id: 'som', label: 'Sjukhusets kliniker' },
  { id: 'psy', label: 'Psykiatri och beroendevård' },
  { id: 'soc', label: 'Socialtjänst' },
];

/** The matrix, the comparison and a plain table. */
export function TablesGallery() {
  return (
    <Page
      shell={galleryShell('/avtal/dalarna/ansvar')}
      nav="avtal"
      wide
      title="Vem ansvarar för vad?"
      lead="En prick betyder att verksamheten har ansvar. Den säger inget om vad de andra gör."
    >
      <MatrixKeys roles={['responsible', 'main', 'contributes', 'may-offer', 'host', 'refers']} />
      <Matrix
        caption="Ansvarsfördelning, Dalarna"
        corner="Område"
        columns={columns}
        groups={[
          {
            id: 'tidigt',
            heading: 'Tidiga insatser',
            rows: [
              { id: 'DAL-01', label: 'Tidiga tecken och förebyggande arbete', href: '#', cells: [x, x, x, x] },
              { id: 'DAL-02', label: 'Utredning', href: '#', cells: [x, null, x, x] },
              { id: 'DAL-03', label: 'Diagnos', href: '#', cells: [x, null, x, null] },
            ],
          },
          {
            id: 'behandling',
            heading: 'Behandling',
            rows: [
              {
                id: 'DAL-04',
                label: 'Abstinensvård',
                href: '#',
                cells: [{ role: 'main' }, { role: 'contributes' }, { role: 'may-offer' }, { role: 'refers' }],
              },
              {
                id: 'DAL-05',
                label: 'Nedtrappning av beroendeframkallande läkemedel',
                note: 'Gäller från 18 år.',
                cells: [null, { role: 'host' }, { role: 'main', note: 'från 18 år' }, null],
              },
            ],
          },
        ]}
      />
      <h2>Jämför två län</h2>
      <Compare
        caption="Jönköpings län och Dalarna"
        corner="Uppgift"
        left={{ title: 'Jönköpings län', href: '#' }}
        right={{ title: 'Dalarna', href: '#' }}
        rows={[
          {
            id: 'c1',
            label: 'Nedtrappning av läkemedel',
            left: 'Den som skrev ut läkemedlet trappar ned.',
            right: 'Psykiatrin ansvarar.',
            different: true,
            difference: 'Olika verksamheter ansvarar.',
          },
          { id: 'c2', label: 'Stöd till närstående', left: 'Alla ger information. Kommunen ger stöd.', right: null, different: true },
          { id: 'c3', label: 'Orosanmälan', left: 'Alla anmäler genast.', right: 'Alla anmäler genast.', different: false },
        ]}
      />
      <h2>Status</h2>
      <p>
        <StatusTag status="in-force" /> <StatusTag status="extended" until="2025-06-30" /> <StatusTag status="expired" since="2024-07-01" />{' '}
        <StatusTag status="unknown" /> <StatusTag status="proposal" /> <StatusTag status="not-yet" since="2027-01-01" />
      </p>
      <Table
        caption="Personer med SIP"
        columns={[{ label: 'Kommun' }, { label: 'Kvinnor', numeric: true }, { label: 'Män', numeric: true }]}
        rows={[
          ['Eksjö', '12', 'färre än 5'],
          ['Nässjö', '1 234', '987'],
        ]}
      />
    </Page>
  );
}
