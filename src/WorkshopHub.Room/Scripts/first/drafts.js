// Drafts: kept at each key stroke, by activity, lane and what is answered.
import { announce, html, say } from './words.js';
import { measure } from './text.js';
import { store } from './store.js';

/** The fields of the room; what a step has left behind has a form of its own in #moved: see strays.js. */
export const draftForms = (which = ':not(#moved *)') => [...document.querySelectorAll(`form[data-draft]${which}`)];
export const formOf = key => draftForms('').reverse().find(f => f.dataset.draft === key);

/** A draft as it can be shown, whatever is kept under its name; null: none. */
export function draftOf(key) {
  const kept = store.get(`d:${key}`) ?? store.raw(`d:${key}`);
  if (kept === null || kept === 'null' || (typeof kept === 'object' && !Object.keys(kept).length)) return null;
  if (typeof kept.text !== 'string') return { text: typeof kept === 'string' ? kept : JSON.stringify(kept) };
  const only = (name, type) => (typeof kept[name] === type ? kept[name] : undefined);
  return {
    text: kept.text, quotation: kept.quotation === true, spokenFor: only('spokenFor', 'string') ?? '', max: Number(kept.max) || undefined,
    label: only('label', 'string'), closed: only('closed', 'number'), kept: only('kept', 'boolean'), again: kept.again?.commandId ? kept.again : undefined,
  };
}

// What stands beside the text: that it is a quotation, and for whom it is spoken.
const beside = form => (form.elements.spokenFor ? { quotation: form.elements.quotation.checked, spokenFor: form.elements.spokenFor.value } : {});

export function putBeside(form, { quotation = false, spokenFor = '' } = {}) {
  if (!form.elements.spokenFor) return;
  form.elements.quotation.checked = quotation;
  if (!spokenFor || form.elements.spokenFor !== document.activeElement) form.elements.spokenFor.value = spokenFor;
  if (quotation || spokenFor) form.querySelector('details').open = true;
}

/** With it goes what has to be known of its field once that is gone. */
export function keepDraft(form, usual) {
  const { draft, max } = form.dataset;
  const text = form.elements.text.value;
  const more = beside(form);
  if (text === usual && !more.quotation && !more.spokenFor) store.remove(`d:${draft}`);
  else store.set(`d:${draft}`, { ...draftOf(draft), text, ...more, max, label: form.querySelector('label').textContent.trim() });
}

export function fillDrafts() {
  for (const form of draftForms('')) {
    const field = form.elements.text;
    const draft = draftOf(form.dataset.draft);
    if (draft && field !== document.activeElement) field.value = draft.text;
    // Typing keeps a draft at once, so text without one was sent or dropped in another tab, even where the cursor stands.
    else if (!draft && field.value !== field.defaultValue) field.value = field.defaultValue;
    putBeside(form, draft ?? {});
    count(form);
  }
}

export function count(form) {
  const { length } = measure(form.elements.text.value);
  const left = form.dataset.max - length;
  const told = form.querySelector('[data-left]');
  told.textContent = left < 0 ? say('composer.over', -left) : say('composer.left', left);
  told.classList.toggle('over', left < 0);
  form.querySelector('[data-kept]').textContent = html.dataset.live === 'offline' ? say('composer.offline') : draftOf(form.dataset.draft) ? say('composer.kept') : '';
  return left;
}

export function problem(form, text) {
  const line = form.querySelector('[data-problem]');
  line.textContent = text;
  line.hidden = !text;
  if (!text) return;
  form.elements.text.focus();
  announce(text);
}
