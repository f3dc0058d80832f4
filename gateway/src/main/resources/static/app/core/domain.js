/** The words of the domain as they go over the wire; people read them through `word(group, name)`. */

import { COUNTRIES, LANGUAGES, LEVELS } from './contracts.js';

export { COUNTRIES, KINDS, LEVELS, ZONES } from './contracts.js';
export const CENTRAL_ASIA = COUNTRIES.filter((country) => country !== 'JP');
/** Of texts written by people. */
export const TEXT_LANGUAGES = Object.keys(LANGUAGES);
export const SECTORS = [
  'energy',
  'transport',
  'education',
  'agriculture',
  'water-and-climate',
  'health',
  'public-administration',
  'digital',
  'security',
];
export const DOCUMENTS = [
  'application-form',
  'passport',
  'photo',
  'diploma',
  'transcript',
  'language-certificate',
  'research-plan',
  'recommendation',
  'employment-certificate',
  'medical-certificate',
  'medical-questionnaire',
  'curriculum-vitae',
  'registration-form',
  'placement-preference',
  'graduation-certificate',
  'thesis-abstract',
  'confidential-reference',
  'employer-permission',
];
/** As the student knows them: what is decided and not announced is none of them. */
export const STATES = [
  'submitted',
  'returned',
  'nominated',
  'under-review',
  'reserve',
  'not-selected',
  'offered',
  'accepted',
  'awarded',
  'completed',
  'declined',
  'expired',
  'withdrawn',
];
export const OUTCOMES = ['selected', 'reserve', 'not-selected'];
export const CRITERIA = ['academic', 'plan', 'contribution-at-home'];
/** The catalogues of what calls state in keywords; a call may have words of its own beside them. */
export const WORDS = {
  document: DOCUMENTS,
  criteria: CRITERIA,
  stage: [
    'documents',
    'english-and-maths-test',
    'university-screening',
    'health-check',
    'technical-interview',
    'committee-interview',
  ],
  category: ['rural', 'women'],
  course: ['humanities', 'sciences'],
  subject: ['japanese', 'english', 'mathematics', 'chemistry', 'physics-or-biology'],
  corner: ['top-right'],
  cap: ['call', ...LEVELS],
};
export const LARGEST_FILE = 10 * 1024 * 1024;
/** Of files that are taken, by media type; which of them a document may be says its call. */
export const FILE_ENDINGS = { 'application/pdf': ['.pdf'], 'image/jpeg': ['.jpg', '.jpeg'], 'image/png': ['.png'] };
