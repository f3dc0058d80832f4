/** The parts of the editor in their order: which fields each has, and how it is drawn. */
import { t } from '../core/texts.js';
import { callSection } from './editor-call.js';
import { categoriesSection } from './editor-categories.js';
import { documentsSection } from './editor-documents.js';
import { namesSection } from './editor-names.js';
import { particularsSection } from './editor-particulars.js';
import { paysSection } from './editor-pays.js';
import { placesSection } from './editor-places.js';
import { programmeSection } from './editor-programme.js';
import { rubricSection } from './editor-rubric.js';
import { rulesSection } from './editor-rules.js';
import { selectionSection } from './editor-selection.js';
import { textsSection } from './editor-texts.js';
import { trainingSection } from './editor-training.js';

const OF_PROGRAMME = [
  {
    id: 'programme',
    title: 'editor.programme',
    fields: [
      'kind',
      'destination',
      'origins',
      'levels',
      'languages',
      'sectors',
      'fields',
      'months',
      'website',
      'contact',
      'providerId',
    ],
    render: programmeSection,
  },
  { id: 'texts', title: 'editor.texts', fields: ['title', 'description'], render: textsSection },
  { id: 'pays', title: 'editor.pays', fields: ['pays'], render: paysSection },
  {
    id: 'training',
    title: 'editor.training',
    fields: ['sessions', 'certificate'],
    render: trainingSection,
    isFor: (kind, draft) => kind === 'vocational-training' || draft.sessions?.length > 0,
  },
];

const OF_CALL = [
  {
    id: 'call',
    title: 'editor.call',
    fields: ['zone', 'intake', 'nominationsAtMost', 'opens', 'closes', 'graceMinutes', 'rankAtMost', 'references', 'referencesClose', 'resultsOn', 'answerBy', 'extensions'],
    render: callSection,
  },
  { id: 'places', title: 'editor.places', fields: ['places', 'caps'], render: placesSection },
  { id: 'documents', title: 'editor.documentsHeading', fields: ['documents', 'documentNotes'], render: documentsSection },
  { id: 'rubric', title: 'editor.rubric', fields: ['rubric', 'reviewing'], render: rubricSection },
  { id: 'rules', title: 'rules.title', fields: ['eligibility'], render: rulesSection },
  { id: 'categories', title: 'editor.categories', fields: ['categories'], render: categoriesSection },
  { id: 'selection', title: 'editor.selection', fields: ['stages', 'excludes', 'exams'], render: selectionSection },
  {
    id: 'particulars',
    title: 'particulars.title',
    fields: ['team', 'agreement', 'letters', 'paperPack'],
    render: particularsSection,
  },
  {
    id: 'names',
    title: 'editor.names',
    fields: ['names'],
    render: namesSection,
    isFor: (_, draft) => draft.names?.length > 0,
  },
];

/** Those that are written here, for a programme of that kind. */
export function sectionsOf({ writesProgramme, writesCall }, kind, draft) {
  return [...(writesProgramme ? OF_PROGRAMME : []), ...(writesCall ? OF_CALL : [])].filter(
    ({ isFor }) => !isFor || isFor(kind, draft),
  );
}

/** Which of the faults belong to a section. */
export function faultsIn({ fields }, faults) {
  return faults.filter(({ pointer }) => fields.includes(pointer.split('/')[1]));
}

/** What people call the field that a pointer belongs to. */
export function labelOf(pointer) {
  const field = pointer.split('/')[1];
  if (field === 'title' || field === 'description') return t(`editor.text.${field}`);
  return t(`editor.${field}`);
}
