import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { Button, LinkCards, Page, SelectField } from '../../ui/index.ts';
import { placeOptions, readCounties, shellOf } from '../counties/index.ts';

async function home(c: Context<AppEnv>) {
  const counties = await readCounties(scopeOf(c), {});
  const all = isRefusal(counties) ? [] : counties;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title="Överens"
      heading="Vem gör vad, här och nu?"
      lead="Regionen och kommunen har kommit överens om vem som gör vad kring beroende och psykiatriska tillstånd. Här får du svaret, med källan bredvid."
      description="Vem gör vad kring beroende och psykiatriska tillstånd? Svar med källa ur överenskommelserna mellan regioner och kommuner."
    >
      <form class="ov-ask" method="get" action="/vem-gor-vad">
        <SelectField
          name="ort"
          label="Var finns personen?"
          empty="Välj kommun eller län"
          value={c.var.county}
          options={placeOptions(all)}
        />
        <Button>Börja</Button>
      </form>
      <p class="ov-muted">Högst fem frågor. Inget om personen sparas. Du behöver inte logga in.</p>
      <LinkCards
        cards={[
          { href: '/avtal', title: 'Avtal', text: 'Alla överenskommelser, om de gäller i dag, och vad som står i dem.' },
          { href: '/vem-gor-vad/roll', title: 'Vad gäller i mitt yrke?', text: 'Vad avtalen kräver av dig, där du arbetar.' },
          { href: '/jamfor', title: 'Jämför län', text: 'Samma sak i två län, sida vid sida.' },
          { href: '/lagrum', title: 'Lagrum', text: 'Vilka lagar avtalen bygger på, och vilka som har ändrats.' },
          { href: '/kunskap', title: 'Kunskapsstöd', text: 'Nationella rekommendationer, och vilka avtal och uppgifter de hör till.' },
          ...all.map(({ code, name }) => ({ href: `/lan/${code}`, title: name, text: 'Avtal, kommuner och gemensamma organ.' })),
        ]}
      />
    </Page>,
  );
}

export const homePage = new Hono<AppEnv>().get('/', home);
