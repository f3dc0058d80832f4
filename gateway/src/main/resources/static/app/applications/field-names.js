/** Where in a draft stands what a rule of the call would have to know. */
const KNOWN_FROM = {
  citizenship: 'dossier-citizenships',
  'birth-date': 'dossier-birthDate',
  degree: 'dossier-education',
  grade: 'dossier-education',
  'grade-on-scale': 'dossier-education',
  certificates: 'dossier-languages',
  'total-score': 'dossier-languages',
  'years-of-work': 'dossier-work',
  employer: 'dossier-work',
  residence: 'dossier-home-country',
  'years-of-residence': 'dossier-home-since',
  'programmes-held': 'dossier-programmesHeld',
  choices: 'choice-add',
};

/** The id of the field that says what is missing, by the word of the service. */
export function fieldOfMissing(missing) {
  return KNOWN_FROM[missing] ?? 'dossier-heading';
}

/** Where a field error of the service is found on the page of a draft. */
export function fieldOf(pointer) {
  const [, part, name, ofMember] = pointer.split('/');
  if (part === 'dossier') return pointer.slice(1).replaceAll('/', '-');
  if (part === 'answers') return name;
  if (part === 'references') return 'references-heading';
  if (part === 'team') return ofMember ? `team-${name}-${ofMember}` : 'team-add';
  return part === 'documents' ? `document-${name}` : 'choice-add';
}
