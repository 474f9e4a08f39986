import { AnswerCard } from '../components/answer-card.tsx';
import { ButtonGroup, ButtonLink } from '../components/button.tsx';
import { FactList } from '../components/fact-list.tsx';
import { Details, Notice } from '../components/notices.tsx';
import { Page } from '../layout/page.tsx';
import { roleTexts } from '../texts.ts';
import { galleryShell } from './shell.ts';

const source = {
  basis: 'agreement',
  label: 'Missbruk och beroende, version 10.0, Abstinensbehandling',
  href: '#',
  after: 'Gäller i dag',
} as const;

/** The answer of "Vem gör vad?", with everything a card can hold. */
export function AnswersGallery() {
  return (
    <Page
      shell={galleryShell('/vem-gor-vad?lan=06')}
      nav="vem-gor-vad"
      title="Vem gör vad?"
      lead="Vårdcentralen ansvarar för avgiftningen. Socialtjänsten utreder stöd om hon ansöker."
      breadcrumbs={[
        { label: 'Start', href: '/' },
        { label: 'Jönköpings län', href: '/lan/06' },
        { label: 'Eksjö', href: '/kommun/0686' },
      ]}
      print={{ version: '10.0', status: 'Gäller', source: 'Överenskommelse om missbruk och beroende, Jönköpings län' }}
    >
      <FactList label="Situationen" facts={['45 år', 'alkohol', 'lindrig abstinens', 'samsjuklighet: vet inte']} changeHref="#" />
      <h2>Huvudansvar</h2>
      <AnswerCard
        heading="Vårdcentralen ansvarar för avgiftningen."
        part={{ label: roleTexts.main, mark: 'main' }}
        source={source}
        law={[{ text: 'HSL 16 kap. 3 §', href: '#', state: 'in-force' }]}
        condition={{ text: 'personen är över 18 år och abstinensen är lindrig.', state: 'met' }}
        contact={[{ unit: 'Eksjö vårdcentral', phone: '0381-000 00', confirmed: '2026-09-02', stale: false }]}
        why={['Personen är 45 år.', 'Det gäller alkohol.', 'Abstinensen är lindrig.']}
      >
        <p>Enkel avgiftning av alkohol sker i öppenvård.</p>
      </AnswerCard>
      <AnswerCard
        heading="Psykiatrin behandlar beroende och psykisk sjukdom samtidigt."
        part={{ label: roleTexts.main, mark: 'main' }}
        source={source}
        law={[{ text: 'SoL 14 kap. 1 §', href: '#', state: 'stale', successor: { label: '19 kap. 1 §', href: '#' } }]}
        condition={{ text: 'personen har en svår psykisk sjukdom.', state: 'unknown' }}
        wayForward="Vårdcentralen gör en första bedömning och skickar vidare om det behövs."
        warnings={['Regeln om ålder skiljer sig mellan avtalen.']}
        conflicts={['TNE-rutinen nämner kommunen först.']}
        contact={[{ unit: 'Psykiatrisk mottagning', confirmed: '2026-01-10', stale: true }]}
      />
      <h2>Alltid, för alla som möter henne</h2>
      <AnswerCard
        tone="always"
        heading="Anmäl oro för barnet till socialtjänsten."
        source={{ basis: 'law', label: 'SoL 19 kap. 1 §', href: '#' }}
        deadline={{ value: 'genast', basis: 'law' }}
      >
        <p>Finns det barn i hemmet? Du behöver inget samtycke.</p>
      </AnswerCard>
      <Notice kind="note" heading="Det här visste vi inte">
        <p>Du svarade vet inte om samsjuklighet. Därför visar vi mer än vad som kanske gäller.</p>
      </Notice>
      <Notice kind="unknown" heading="Okänt om revideringen påbörjades">
        <p>Vi har sökt i regionens diarium och hittar inget beslut. Därför visar vi båda utfallen.</p>
      </Notice>
      <Notice kind="empty" heading="Ingen lokal överenskommelse">
        <p>Vi känner inte till någon för Eksjö.</p>
      </Notice>
      <Details summary="Vad är SIP?">
        <p>SIP – samordnad individuell plan – behövs när personen får insatser från både region och kommun.</p>
      </Details>
      <ButtonGroup>
        <ButtonLink href="#">Starta en samordnad individuell plan</ButtonLink>
        <ButtonLink href="#" kind="quiet">
          Skriv ut
        </ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
