import { type AgreementSection, AgreementText } from '../components/agreement-text.tsx';
import { Citation } from '../components/citation.tsx';
import { SubNav } from '../components/navigation.tsx';
import { StatusBanner } from '../components/status-banner.tsx';
import { Toc } from '../components/toc.tsx';
import { Page } from '../layout/page.tsx';
import { galleryShell } from './shell.ts';

const sections: readonly AgreementSection[] = [
  {
    id: 'inledning',
    number: '1',
    heading: 'Inledning',
    sentences: [
      {
        id: 'inledning.a1',
        text: 'Regionen och länets femton kommuner har kommit överens om hur de samarbetar kring personer med skadligt bruk eller beroende.',
      },
      {
        id: 'inledning.a2',
        text: [
          'Skyldigheten att komma överens finns i ',
          <Citation text="HSL 16 kap. 3 §" href="#" state="in-force" />,
          ' och i ',
          <Citation text="SoL 5 kap. 9 a §" href="#" state="stale" successor={{ label: 'SoL 7 kap. 2 §', href: '#' }} />,
          '.',
        ],
      },
      { id: 'inledning.a3', text: 'Texten här är vår korta återgivning. Avtalet självt gäller.' },
    ],
    after: (
      <p>
        Fördjupning: <a href="#kunskapsstod">Nationellt kunskapsstöd</a>
      </p>
    ),
  },
  {
    id: 'giltighet',
    number: '2',
    heading: 'Giltighetstid och uppföljning',
    sentences: [
      {
        id: 'giltighet.g1',
        text: 'Avtalet gäller i tre år från den 1 juli 2021.',
        terms: [{ label: 'Giltighet', value: '1 juli 2021–30 juni 2024', href: '#villkor' }],
      },
      {
        id: 'giltighet.g2',
        text: 'Det förlängs ett år i taget om inget nytt avtal finns och revideringen har påbörjats.',
        terms: [{ label: 'Förlängs', value: '12 månader, en gång, om revideringen påbörjats' }],
      },
      {
        id: 'giltighet.g3',
        text: 'Parterna följer upp de lokala överenskommelserna varje år.',
        terms: [{ label: 'Uppföljning', value: 'varje år' }],
      },
    ],
    sections: [
      {
        id: 'tvist',
        number: '2.1',
        heading: 'Tvist',
        sentences: [
          { id: 'tvist.t1', text: 'En tvist löses så nära verksamheten som möjligt, i den här ordningen:' },
          { id: 'tvist.t2', item: true, text: 'chefer i verksamheterna' },
          { id: 'tvist.t3', item: true, text: 'förvaltningschefer' },
          { id: 'tvist.t4', item: true, text: 'länets chefsnätverk' },
        ],
      },
    ],
  },
];

/** The reading page of an agreement whose status is unknown. */
export function ReadingGallery() {
  return (
    <Page
      shell={galleryShell('/avtal/dalarna')}
      nav="avtal"
      wide
      caption="Länsövergripande överenskommelse · Dalarna"
      title="Samverkan kring skadligt bruk och beroende"
      breadcrumbs={[
        { label: 'Start', href: '/' },
        { label: 'Avtal', href: '/avtal' },
      ]}
      print={{ version: '2021', status: 'Okänt', source: 'overens.example/avtal/dalarna' }}
      intro={
        <>
          <StatusBanner
            status="unknown"
            summary="Avtalet gick ut den 30 juni 2024, om det inte förlängdes. Vi vet inte om revideringen hade påbörjats."
            outcomes={[
              { condition: 'Om revideringen hade påbörjats', status: 'expired', since: '2025-06-30' },
              { condition: 'Om den inte hade påbörjats', status: 'expired', since: '2024-06-30' },
            ]}
            reasons={[
              { text: 'Avtalet gäller i tre år.', href: '#giltighet.g1' },
              { text: 'Vi har sökt i regionens diarium och hittar inget beslut.' },
            ]}
          />
          <SubNav
            items={[
              { href: '#', label: 'Texten', current: true },
              { href: '#ansvar', label: 'Vem ansvarar' },
              { href: '#versioner', label: 'Versioner' },
            ]}
          />
        </>
      }
      aside={
        <Toc
          items={sections.map(({ id, heading, number, sections: below }) => ({
            href: `#${id}`,
            label: heading,
            number,
            items: below?.map((child) => ({ href: `#${child.id}`, label: child.heading, number: child.number })),
          }))}
        />
      }
    >
      <AgreementText sections={sections} />
    </Page>
  );
}
