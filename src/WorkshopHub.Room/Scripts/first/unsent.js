// What is not with the server yet, each with its state in words: waiting, sending, or not sent and why.
import { clone, say } from './words.js';
import { store } from './store.js';
import { changed, entries, hooks, isOver } from './state.js';
import { draftOf, fillDrafts, formOf } from './drafts.js';
import { enqueue, sending } from './outbox.js';
import { choose } from './lanes.js';

export function draw() {
  const list = entries().filter(e => e.command.text !== undefined || e.refused);
  for (const place of document.querySelectorAll('[data-unsent]')) {
    const mine = list.filter(e => place.dataset.unsent === '*' || place.dataset.unsent === e.draft).sort((a, b) => !!b.refused - !!a.refused);
    const looks = JSON.stringify([mine, sending(), isOver()]);
    if (place.looks === looks) continue;
    place.looks = looks;
    place.replaceChildren(...mine.map(item));
  }
  // Where one writes it may have no place: the way to it says so.
  const lost = list.filter(e => e.refused).length;
  const tab = document.querySelector('[data-tab=mine]');
  if (tab) tab.dataset.lost = lost ? `${say('own.not-sent')} ${lost}` : '';
  hooks.drawn();
}
hooks.draw = draw;

function item(e) {
  const { command } = e;
  const over = isOver();
  const li = clone(e.refused || over ? 't-refused' : 't-waiting');
  li.querySelector('[data-text]').textContent = command.text ?? (command.type === 'placeDots' ? `${say('dots', command.dots)}: ${e.label}` : e.label);
  const state = li.querySelector('[data-state]');
  if (state) {
    state.textContent = say(e.key === sending() ? 'own.sending' : 'own.waiting');
    return li;
  }
  li.querySelector('[data-why]').textContent = over ? say('over.kept') : e.refused.why;
  const offers = over || e.refused.code === 'unreadable' ? ['copy', 'drop'] : command.text === undefined ? ['drop']
    : e.refused.code === 'step-takes-nothing' && command.type === 'contribute' ? ['edit', 'late', 'drop'] : ['edit', 'drop'];
  for (const b of li.querySelectorAll('[data-act]')) b.hidden = !offers.includes(b.dataset.act);
  li.onclick = event => {
    const act = event.target.closest('[data-act]')?.dataset.act;
    if (!act || act === 'copy') return;
    store.remove(e.key);
    const { commandId, ...again } = command;
    if (act === 'late') enqueue({ ...again, late: true }, { draft: e.draft });
    if (act === 'edit') putBack(e.draft, command);
    changed();
  };
  return li;
}

// Sent again as it was it goes under the same id: should it have arrived, it counts once.
function putBack(key, again) {
  const { text, quotation, spokenFor } = again;
  const form = formOf(key);
  const typed = form && form.dataset.command === 'contribute' ? form.elements.text.value : '';
  store.set(`d:${key}`, { ...draftOf(key), text: typed ? `${typed}\n${text}` : text, quotation, spokenFor, again });
  if (!form) return;
  form.closest('details')?.setAttribute('open', '');
  choose(form.closest('#room-in > .write')?.id);
  fillDrafts();
  form.elements.text.focus();
}
