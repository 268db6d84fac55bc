// What the page says, in the server's words: a script has none of its own.

export const { body, documentElement: html } = document;
const words = JSON.parse(body.dataset.words);
const rules = new Intl.PluralRules(html.lang);

export function say(key, ...values) {
  const known = words[key] ?? words[`${key}.${rules.select(values[0])}`] ?? words[`${key}.other`] ?? '';
  return known.replace(/\{(\d)\}/g, (_, i) => values[i]);
}

/** Reads a sentence out, in the one place that does. The same sentence twice is said twice. */
export function announce(text) {
  const place = document.getElementById('said');
  if (text) place.textContent = place.textContent === text ? `${text}\u00A0` : text;
}

/** Text that stays the same is not written again: somebody may be reading it. */
export const write = (el, text) => { if (el.textContent !== text) el.textContent = text; };

export const clone = name => document.getElementById(name).content.firstElementChild.cloneNode(true);
