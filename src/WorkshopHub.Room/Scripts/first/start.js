// Starts with what the page brought, and loads what comes later.
import { announce, body, clone, html, say, write } from './words.js';
import { measure } from './text.js';
import { code, site, store } from './store.js';
import { about, changed, dotsOn, elsewhere, entries, here, hooks, isOver, own, pending, waiting } from './state.js';
import { draftForms, draftOf, fillDrafts, keepDraft } from './drafts.js';
import { flush, sending, uuid } from './outbox.js';
import { choose } from './lanes.js';
import { draw } from './unsent.js';
import './forms.js';

// What is folded for those without a script is a view of its own for the others.
const unfold = () => { for (const fold of document.querySelectorAll('.fold:not([open])')) fold.open = true; };

// Each by itself: what one of them stumbles over takes no page from anybody.
function refresh() {
  for (const part of [unfold, fillDrafts, choose, draw]) try { part(); } catch (fault) { console.error(fault); }
}
elsewhere(() => { refresh(); hooks.changed(); });

for (const button of document.querySelectorAll('[data-nod][aria-pressed=true]')) own.nodded.add(button.dataset.nod);
own.done = document.querySelector('[data-done]')?.getAttribute('aria-pressed') === 'true';
for (const radio of document.querySelectorAll('[data-answer] [checked]')) own.answers[radio.closest('[data-answer]').dataset.answer] = Number(radio.value);
for (const step of document.querySelectorAll('[data-dots]')) own.dots[step.dataset.dots] = Number(step.children[1].textContent);
// What a form without script brought back is a draft from now on.
for (const form of draftForms()) if (form.dataset.command === 'contribute' && form.elements.text.value && !draftOf(form.dataset.draft)) keepDraft(form, '');

// One view at a time from the first picture on, so that nothing jumps; views.js knows the others.
if (document.getElementById('room')) html.dataset.live = 'connecting';
if (document.querySelector('.bottom')) html.dataset.view = location.hash === '#mine' ? 'mine' : 'write';
refresh();
flush();

// A part that does not come is asked for again under another name, because a browser remembers that it did not come.
const load = (name, tries = 0) => import(body.dataset[`${name}Js`] + (tries ? `?again=${tries}` : ''))
  .catch(() => new Promise(done => setTimeout(done, 2000)).then(() => load(name, tries + 1)));
const first = { about, announce, changed, clone, dotsOn, draftForms, draftOf, entries, fill: fillDrafts, flush, here, hooks, isOver, keepDraft, own, pending, place: `${site}/j/${code}`, refresh, say, sending, store, uuid, waiting, write };
Promise.all(['room', 'live'].map(name => load(name))).then(([room, live]) => room.start(first, live));

export { measure };
