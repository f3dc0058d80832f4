/** The words of the domain as they go over the wire; people read them through `word(group, name)`. */

export const KINDS = ['scholarship', 'exchange', 'joint-research', 'vocational-training'];
export const COUNTRIES = ['KZ', 'KG', 'TJ', 'TM', 'UZ', 'JP'];
export const LEVELS = ['bachelor', 'master', 'doctorate', 'non-degree', 'postdoctoral', 'training'];
export const PHASES = ['open', 'upcoming', 'closed'];
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
export const TEXT_LANGUAGES = ['en', 'ja', 'ru', 'kk', 'ky', 'tg', 'tk', 'uz'];
export const ZONES = ['Asia/Almaty', 'Asia/Bishkek', 'Asia/Dushanbe', 'Asia/Ashgabat', 'Asia/Tashkent', 'Asia/Tokyo'];
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
];
/** As the student knows them: what is decided and not announced is none of them. */
export const STATES = [
  'submitted',
  'under-review',
  'reserve',
  'not-selected',
  'offered',
  'accepted',
  'declined',
  'expired',
  'withdrawn',
];
export const OUTCOMES = ['selected', 'reserve', 'not-selected'];
export const CRITERIA = ['academic', 'plan', 'contribution-at-home'];
export const LARGEST_FILE = 10 * 1024 * 1024;
export const FILE_TYPES = ['application/pdf', 'image/jpeg', 'image/png'];
