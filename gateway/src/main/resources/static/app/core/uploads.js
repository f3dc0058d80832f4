import { LARGEST_FILE } from './domain.js';
import { fileSize } from './format.js';
import { Problem } from './problem.js';
import { t } from './texts.js';

const PDF = 'application/pdf';

/** What can be said without sending; the service looks into the bytes and has the last word. */
export function refusedFile(file, types) {
  if (file.size === 0) return new Problem({ title: t('documents.notTaken'), detail: t('documents.empty') });
  if (file.size > LARGEST_FILE) {
    return new Problem({
      title: t('documents.tooLargeTitle'),
      detail: t('documents.tooLarge', { size: fileSize(file.size) }),
    });
  }
  if (file.type && !types.includes(file.type)) {
    const say = types.includes(PDF) ? 'documents.wrongType' : 'documents.wrongTypePicture';
    return new Problem({ title: t('documents.wrongTypeTitle'), detail: t(say, { name: file.name }) });
  }
  return null;
}

/** What is wrong with a file is the whole of it: there are no other fields to look at. */
export function ofFile(problem) {
  const wrong = problem.errors?.find(({ pointer }) => pointer === '/file');
  return wrong ? new Problem({ title: t('documents.notTaken'), detail: wrong.detail }) : problem;
}
