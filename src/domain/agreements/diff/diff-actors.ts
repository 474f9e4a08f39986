import { type About, type Change, changed } from './change.ts';
import { type Actors, matchActors } from './match-actors.ts';
import { ids, text } from './stated.ts';
import { allParties, type Both, type Meant, together, touchedActors } from './touching.ts';

/** What changed in whom the actors of the matrix stand for. Their names are wording; actors that come or go show in the rows. */
export function diffActors(both: Both): Change[] {
  const { from, to } = both;
  return [...matchActors(from.actors, to.actors)].flatMap(([was, is]) => {
    const [old, young] = [from.actors[was], to.actors[is]];
    return old && young ? diffActor(old, young, aboutActor(both, was, is)) : [];
  });
}

function aboutActor(both: Both, was: string, is: string): About {
  const { from, to } = both;
  return {
    what: is,
    label: to.actors[is]?.name ?? is,
    cites: { from: citesOf(from, was), to: citesOf(to, is) },
    touches: { actors: together(touchedActors(from, [was]), touchedActors(to, [is])), bodies: [], municipalities: allParties(both) },
  };
}

function diffActor(from: Actors[string], to: Actors[string], about: About): Change[] {
  return [
    ...changed('actor-authority', about, text(from.authority), text(to.authority)),
    ...changed('actor-performers', about, ids(from.performers), ids(to.performers)),
    ...changed('actor-professions', about, ids(from.roles), ids(to.roles)),
    ...changed('actor-members', about, ids(from.includes), ids(to.includes)),
  ];
}

/** The places of the rows that the actor has a part in: actors have none of their own. */
function citesOf({ responsibilities }: Meant, actor: string): string[] {
  return [...new Set(responsibilities.filter((row) => row.actors.some((one) => one.actor === actor)).flatMap(({ cites }) => cites))];
}
