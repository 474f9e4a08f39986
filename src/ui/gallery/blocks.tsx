import { BasisChip } from '../components/basis-chip.tsx';
import { Button } from '../components/button.tsx';
import { Pagination } from '../components/navigation.tsx';
import { Inset, NotificationBanner, Panel, WarningText } from '../components/notices.tsx';
import { LinkCards, ResultList } from '../components/result-list.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Tag } from '../components/tag.tsx';
import { TaskList } from '../components/task-list.tsx';
import { Page } from '../layout/page.tsx';
import { galleryShell } from './shell.ts';

/** The general blocks, in the staff density. */
export function BlocksGallery() {
  return (
    <Page
      shell={galleryShell('/arbete')}
      nav="avtal"
      density="staff"
      title="Avtal i Jönköpings län"
      lead="Två avtal gäller i dag. Ett behöver följas upp."
      aside={
        <SummaryList
          compact
          rows={[
            { label: 'Region', value: 'Region Jönköpings län' },
            { label: 'Kommuner', value: '13' },
          ]}
        />
      }
    >
      <NotificationBanner success>
        <p>Kallelsen skickades till 4 mottagare kl. 14.02.</p>
      </NotificationBanner>
      <ResultList
        items={[
          {
            href: '#',
            title: 'Missbruk och beroende',
            tag: <StatusTag status="in-force" />,
            meta: ['Jönköpings län', 'version 10.0', 'följs upp om 3 månader'],
            text: ['Vem som ansvarar för ', <mark>missbruksvård</mark>, ' i länet.'],
          },
          {
            href: '#',
            title: 'Psykiatri – personer med psykisk funktionsnedsättning',
            tag: <StatusTag status="extended" until="2027-09-30" />,
            meta: ['Jönköpings län', '2025'],
          },
        ]}
      />
      <Pagination previous="#" next="#" />
      <LinkCards
        cards={[
          { href: '#', title: 'Vem gör vad?', text: 'Svara på några frågor och se vem som ansvarar.' },
          { href: '#', title: 'Läs avtalen', text: 'Vad som är överenskommet, från när och till när.' },
        ]}
      />
      <h2>Uppgifter</h2>
      <TaskList
        id="uppgifter"
        tasks={[
          { title: 'Läs igenom utkastet', href: '#', state: 'done' },
          { title: 'Skriv kapitel 3', href: '#', hint: 'Hur, av vem och när.', state: 'doing' },
          { title: 'Skicka på remiss', state: 'blocked' },
          { title: 'Bjud in brukarföreningen', href: '#', state: 'todo' },
        ]}
      />
      <SummaryList
        rows={[
          { label: 'Parter', value: 'Regionen och 13 kommuner', action: { label: 'Ändra', href: '#', about: 'parter' } },
          { label: 'Gäller', value: 'från 1 januari 2024' },
        ]}
      />
      <p>
        <BasisChip basis="law" /> <BasisChip basis="regulation" /> <BasisChip basis="agreement" /> <BasisChip basis="routine" />{' '}
        <BasisChip basis="proposal" /> <Tag>Utkast</Tag>
      </p>
      <WarningText>Regeln om bosättning för sprututbyte gäller inte längre.</WarningText>
      <Inset>
        <p>Texten är vår korta återgivning.</p>
      </Inset>
      <Panel heading="Överenskommelsen är antagen" level={2}>
        <p>Av 14 parter, senast den 20 november 2026.</p>
      </Panel>
      <Button kind="warning">Återkalla</Button>
    </Page>
  );
}
