/** What only some calls state, as the editor types it. Fields are named as the pointers of the request. */
import { localDateTime } from '../core/format.js';
import { numeric, typed } from './editor-values.js';

export function particularsDraftOf({ team = {}, agreement = {}, letters = {}, paperPack = {} }, zone) {
  return {
    'team-membersAtLeast': typed(team.membersAtLeast),
    'team-countriesAtLeast': typed(team.countriesAtLeast),
    'team-mustInclude': team.mustInclude ?? [],
    'agreement-perDirection': typed(agreement.perDirection),
    'agreement-balanced': String(agreement.balanced ?? true),
    'letters-universitiesAtMost': typed(letters.universitiesAtMost),
    'letters-lettersAtMost': typed(letters.lettersAtMost),
    'letters-simultaneousContactsAtMost': typed(letters.simultaneousContactsAtMost),
    'letters-requestBy': letters.requestBy ? localDateTime(letters.requestBy, zone) : '',
    'paperPack-originals': typed(paperPack.originals),
    'paperPack-copies': typed(paperPack.copies),
    'paperPack-numbered': paperPack.numbered,
  };
}

/** A team belongs to a joint research and an agreement to an exchange; what was typed for another kind is not sent. */
export function particularsRequest(draft, kind) {
  const value = (name) => numeric(draft[name]);
  const anyOf = (...names) => names.some((name) => draft[name]);
  return {
    team:
      kind === 'joint-research' && anyOf('team-membersAtLeast', 'team-countriesAtLeast')
        ? {
            membersAtLeast: value('team-membersAtLeast'),
            countriesAtLeast: value('team-countriesAtLeast'),
            mustInclude: draft['team-mustInclude'],
          }
        : undefined,
    agreement:
      kind === 'exchange' && anyOf('agreement-perDirection')
        ? { perDirection: value('agreement-perDirection'), balanced: draft['agreement-balanced'] === 'true' }
        : undefined,
    letters: anyOf(
      'letters-universitiesAtMost',
      'letters-lettersAtMost',
      'letters-simultaneousContactsAtMost',
      'letters-requestBy',
    )
      ? {
          universitiesAtMost: value('letters-universitiesAtMost'),
          lettersAtMost: value('letters-lettersAtMost'),
          simultaneousContactsAtMost: value('letters-simultaneousContactsAtMost'),
          requestBy: draft['letters-requestBy'] || undefined,
        }
      : undefined,
    paperPack: anyOf('paperPack-originals', 'paperPack-copies')
      ? {
          originals: value('paperPack-originals') ?? 0,
          copies: value('paperPack-copies') ?? 0,
          numbered: draft['paperPack-numbered'],
        }
      : undefined,
  };
}
