/** What is done with copies of plans, and about those whose time has gone, in the words of the log. */
export const copyActTexts = {
  'plans.deliver-copy': {
    label: 'Gjorde en kopia av en plan',
    did: 'gjorde en kopia av planen för {whom}, med det som får delas med mottagaren',
    tried: 'göra en kopia av planen för {whom}',
  },
  'plans.read-copies': {
    label: 'Såg vilka som har fått en plan',
    did: 'såg vilka som har fått planen för {whom}',
    tried: 'se vilka som har fått planen för {whom}',
  },
  'plans.read-own-copies': {
    label: 'Såg vilka som har fått ens egen plan',
    did: 'såg vilka som har fått den egna planen',
    tried: 'se vilka som har fått den egna planen',
  },
  'plans.open-copy': {
    label: 'Öppnade en kopia av en plan',
    did: 'öppnade en kopia av planen för {whom}',
    tried: 'öppna en kopia av planen för {whom}',
  },
  'plans.send-copy': {
    label: 'Skickade en kopia av en plan på nytt',
    did: 'skickade en kopia av planen för {whom} på nytt',
    tried: 'skicka en kopia av planen för {whom} på nytt',
  },
  'plans.annul-copy': {
    label: 'Återkallade en kopia av en plan',
    did: 'återkallade en kopia av planen för {whom}',
    tried: 'återkalla en kopia av planen för {whom}',
  },
  'retention.read-offers': {
    label: 'Såg kopior av planer att ta ställning till',
    did: 'såg att tiden har gått ut för en kopia av en plan, inte vem den gäller',
    tried: 'se kopior av planer vars tid har gått ut',
  },
  'retention.decide': {
    label: 'Beslutade om en kopia av en plan',
    did: 'beslutade om en kopia av en plan ska gallras eller sparas',
    tried: 'besluta om en kopia av en plan',
  },
  'retention.thin': {
    label: 'Gallrade en kopia av en plan',
    did: 'gallrade en kopia av planen för {whom}',
    tried: 'gallra en kopia av planen för {whom}',
  },
} as const;
