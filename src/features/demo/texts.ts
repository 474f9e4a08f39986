/** Names of what is fictional: each says so by its last word, also where no banner is seen. */
export const demoTexts = {
  plansOfKinds: {
    discharge: 'Ligger på sjukhus och behöver stöd hemma efteråt.',
    contact: 'Alva Utkaster, psykiatriska mottagningen',
    care: 'Tvångsvården går över i öppen form.',
    attitude: 'Vill hellre bo hemma än på sjukhuset. Vill slippa hembesök på morgonen.',
  },
  plans: {
    reason: 'Systern ringde. Hen har börjat dricka igen, sover illa och orkar inte till jobbet. Två ställen säger olika saker.',
    important: 'Att slippa berätta samma sak för alla. Att få behålla lägenheten.',
    goals: 'Sova på natten. Vara nykter på vardagarna till att börja med.',
    place: 'Hos socialtjänsten, inte på sjukhuset. Helst på förmiddagen.',
    purpose: 'Komma överens om vem som gör vad, och i vilken ordning.',
    meetingPlace: 'Socialtjänstens mötesrum, entré B',
    questions: 'Hur ser behandlingen ut framåt? Vem hjälper till hemma? Vem ringer jag när det blir svårt?',
    treatment: 'Hur behandlingen fortsätter, och vem som är kontakt',
    health: 'Sömnen och kroppen, och vem som skriver recept',
    carriedOut: 'Personen bad själv om en plan, för att behandlingen och stödet hemma ska hänga ihop.',
    goalAtHome: 'Klara vardagen hemma utan att bli inlagd.',
    contactPerson: 'Kontaktpersonen på enheten',
    needs: { sleep: 'Må bättre och sova', home: 'Få ordning på vardagen' },
    measures: { therapy: 'Samtal varannan vecka', support: 'Besök hemma två gånger i veckan' },
    evidence: 'Anteckning i akten, samtal med personen',
    documented: 'Anteckning i akten, samtal med personen',
    disclosed:
      'Personen var så berusad i går kväll att hen inte kunde svara på frågor. Vårdcentralen ska träffa hen i morgon, och behöver veta om drickandet för att kunna ge rätt vård.',
    noticed: 'Behöver boendestöd vid sidan av behandlingen. Kommunen är inte tillfrågad än.',
  },
  units: {
    primaryCare: (place: string) => `Vårdcentralen ${place} (påhittad)`,
    psychiatry: (region: string) => `Psykiatriska mottagningen, ${region} (påhittad)`,
    addiction: (region: string) => `Beroendemottagningen, ${region} (påhittad)`,
    socialServices: (place: string) => `Socialtjänstens vuxenenhet ${place} (påhittad)`,
    support: (place: string) => `Boendestödet ${place} (påhittat)`,
  },
  municipality: (name: string) => `${name} kommun`,
  userOrganisation: (county: string) => `Brukarrådet i ${county} (påhittat)`,
  individual: 'Enskild',
  address: (nth: number) => `Påhittade gatan ${nth}, 000 00 Ingenstans`,
};

/** The page of the fictional signing service. */
export const demoSigningTexts = {
  title: 'Påhittad tjänst för underskrift',
  lead: 'Här skulle en riktig tjänst be om din e-legitimation. I demonstrationen trycker du bara på en knapp.',
  who: 'Den som ska skriva under',
  what: 'Textens kontrollsumma',
  sign: 'Skriv under',
  other: 'Skriv under som någon annan',
  decline: 'Avböj',
};
