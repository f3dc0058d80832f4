/** The parts of a dossier in the order in which they are asked, with what each has to hold before it is handed in. */
export const SECTIONS = [
  { name: 'names', fields: ['passportName', 'nativeName', 'katakanaName'], isGiven: ({ passportName }) => hasContent(passportName) },
  {
    name: 'person',
    fields: ['citizenships', 'birthDate'],
    isGiven: ({ citizenships, birthDate }) => Boolean(citizenships?.length && birthDate),
  },
  {
    name: 'education',
    fields: ['education'],
    isGiven: ({ education }) =>
      Boolean(education?.length && education.every(({ institution, level }) => institution && level)),
  },
  { name: 'languages', fields: ['languages'], none: 'languages', optional: true },
  { name: 'work', fields: ['work'], none: 'work', optional: true },
  { name: 'home', fields: ['home'], optional: true },
  { name: 'contacts', fields: ['contacts'], optional: true },
  { name: 'programmesHeld', fields: ['programmesHeld'], none: 'programmesHeld', optional: true },
  { name: 'consents', fields: ['consents'], isGiven: ({ consents }) => Boolean(consents?.length) },
];

/** Whether a part says something; of one that nobody has to fill in, whether anything is said at all. */
export function isGiven({ fields, none, isGiven: given }, particulars) {
  if (given) return given(particulars);
  return fields.some((field) => hasContent(particulars[field])) || Boolean(none && particulars.none?.includes(none));
}

function hasContent(value) {
  if (Array.isArray(value)) return value.some(hasContent);
  return value && typeof value === 'object' ? Object.values(value).some(hasContent) : (value ?? '') !== '';
}

/** The part that a field stands in; that there is nothing to say stands in several. */
export function partOf(field) {
  return SECTIONS.find(({ fields }) => fields.includes(field))?.name ?? 'programmesHeld';
}
