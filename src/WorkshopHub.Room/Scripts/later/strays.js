// The room has moved on: drafts whose field is gone. They can be finished and sent while the server still takes them, kept
// for oneself, handed to the facilitator afterwards; once all is over, copied.
import { awayFor } from './net.js';
import { page } from './page.js';

const grace = 60000; // the server's, counted on its clock
let clock = Date.now;
let loaded = false;

export function watch(now) {
  clock = now;
  drawStrays();
  loaded = true;
  setInterval(() => { for (const section of document.getElementById('moved').children) tick(section); }, 1000);
}

// When its lane closed: now, for who was there; for who was away it may have been at once when they left.
const closedAt = () => (!loaded ? 1 : page.hooks.current() ? clock() : clock() - awayFor());

export function drawStrays() {
  const { store } = page;
  const place = document.getElementById('moved');
  const open = new Set(page.draftForms().map(f => f.dataset.draft));
  const strays = [];
  for (const key of store.keys('d:').map(k => k.slice(2))) {
    const draft = page.draftOf(key);
    if (!open.has(key) && draft?.text?.trim()) {
      strays.push(key);
      if (!draft.closed) store.set(`d:${key}`, { ...draft, closed: closedAt() });
    } else if (draft?.closed) {
      const { closed, kept, ...back } = draft; // its field is there again
      store.set(`d:${key}`, back);
    }
  }
  const looks = JSON.stringify([strays, page.isOver()]);
  if (place.looks !== looks) {
    place.looks = looks;
    place.replaceChildren(...strays.map(stray));
    page.fill();
  }
  for (const section of place.children) tick(section);
}

function stray(key) {
  const { say, store } = page;
  const draft = page.draftOf(key);
  const section = page.clone('t-moved');
  const form = section.querySelector('form');
  const [activityId, laneId, parentId] = key.split('/');
  form.dataset.draft = key;
  form.dataset.max = draft.max ?? 250;
  section.querySelector('label').append(draft.label ?? '');
  const field = form.elements.text;
  field.id = `stray-${key}`;
  section.querySelector('label').htmlFor = field.id;
  field.readOnly = page.isOver();
  for (const [name, value] of Object.entries({ activityId, laneId, parentId, quotation: draft.quotation ? 'true' : '', spokenFor: draft.spokenFor })) {
    if (value) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
  const to = document.querySelector('#head > p')?.textContent;
  const title = section.querySelector('b');
  title.textContent = page.isOver() ? say(document.body.dataset.over === undefined ? 'over.closed' : 'over.removed') : to ? say('moved.to', to) : say('moved.title');
  title.nextElementSibling.textContent = say(page.isOver() ? 'over.kept' : 'moved.kept');
  section.onclick = event => {
    const act = event.target.closest('[data-act]')?.dataset.act;
    if (act === 'drop') store.remove(`d:${key}`);
    if (act === 'keep') store.set(`d:${key}`, { ...page.draftOf(key), kept: true });
    if (act === 'drop' || act === 'keep') page.changed();
  };
  return section;
}

function tick(section) {
  const form = section.querySelector('form');
  const { draft: key } = form.dataset;
  const draft = page.draftOf(key);
  if (!draft) return;
  const left = Math.ceil((grace - clock() + (draft.closed ?? 0)) / 1000);
  const over = page.isOver();
  const edit = key.startsWith('edit/');
  const shown = { send: !over && !edit && left > 0, late: !over && !edit && left <= 0, keep: !over && !draft.kept, copy: over, drop: true, hint: !over && !edit };
  for (const b of section.querySelectorAll('[data-act]')) b.hidden = !shown[b.dataset.act];
  page.write(section.querySelector('[data-act=send]'), page.say('moved.send', Math.min(left, 60)));
  section.classList.toggle('laid-by', !!draft.kept);
}
