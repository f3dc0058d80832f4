import { money, number } from '../core/format.js';
import { t, word } from '../core/texts.js';

/** What is paid, a phrase each, the stipend first. */
export function payments({ stipendPerMonth = [], regional = [], currency, tuition, airfare } = {}) {
  return [
    stipendPerMonth.length && t('programme.stipend', { amount: range(stipendPerMonth, currency) }),
    tuition && t('programme.tuition', { value: word('payment', tuition) }),
    airfare && t('programme.airfare', { value: word('payment', airfare) }),
    regional.length && t('glance.regional', { amount: range(regional, currency) }),
  ].filter(Boolean);
}

function range(amounts, currency) {
  const written = amounts.map((amount) => (currency ? money(amount, currency) : number(amount)));
  return [...new Set([written[0], written.at(-1)])].join(' – ');
}
