// What a delegate writes, until the server has it on disk: drafts, the outbox, and the forms that feed it.
// The page works without this file; with it, nothing typed is lost. room.js adds the live part once this one runs.

const body = document.body;
const code = body.dataset.code;
const words = JSON.parse(body.dataset.words);
const rules = new Intl.PluralRules(document.documentElement.lang);

export function say(key, ...values) {
  const known = words[key] ?? words[`${key}.${rules.select(values[0])}`] ?? words[`${key}.other`] ?? '';
  return known.replace(/\{(\d)\}/g, (_, i) => values[i]);
}

// ---- text: the same as Writing.cs, in the same order -------------------------------------------------------------

const ends = /^[\p{White_Space}\u200B\u2060\uFEFF]+|[\p{White_Space}\u200B\u2060\uFEFF]+$/gu;
const unseen = /^[\p{White_Space}\p{Cc}\p{Cf}\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0\uFE00-\uFE0F]*$/u;

export function measure(text) {
  const clean = text.replace(/\r\n?/g, '\n').replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\p{Cc}/gu, c => (c === '\n' || c === '\t' ? c : '')).normalize('NFC').replace(ends, '');
  return { length: [...clean].length, empty: unseen.test(clean) };
}

// ---- storage: one key an item, so that two tabs never write over each other's list --------------------------------

const prefix = `wh:${code}:`;
const memory = new Map(); // where the phone lets us keep nothing
const store = {
  get(key) {
    if (memory.has(key)) return memory.get(key);
    try { return JSON.parse(localStorage.getItem(prefix + key)); } catch { return null; }
  },
  set(key, value) {
    try { localStorage.setItem(prefix + key, JSON.stringify(value)); memory.delete(key); } catch { memory.set(key, value); }
  },
  remove(key) {
    memory.delete(key);
    try { localStorage.removeItem(prefix + key); } catch { /* there is none */ }
  },
  keys(start) {
    let kept = [];
    try { kept = Object.keys(localStorage).filter(k => k.startsWith(prefix + start)).map(k => k.slice(prefix.length)); } catch { /* there is none */ }
    return [...new Set([...kept, ...[...memory.keys()].filter(k => k.startsWith(start))])].sort();
  },
};

// ---- drafts: at each key stroke, by activity, lane and what is answered -------------------------------------------

const draftForms = () => [...document.querySelectorAll('form[data-draft]')];
const formOf = key => draftForms().find(f => f.dataset.draft === key);

// What stands beside the text: that it is a quotation, and for whom it is spoken.
const beside = form => (form.elements.spokenFor ? { quotation: form.elements.quotation.checked, spokenFor: form.elements.spokenFor.value } : {});

function putBeside(form, { quotation = false, spokenFor = '' } = {}) {
  if (!form.elements.spokenFor) return;
  form.elements.quotation.checked = quotation;
  if (!spokenFor || form.elements.spokenFor !== document.activeElement) form.elements.spokenFor.value = spokenFor;
  if (quotation || spokenFor) form.querySelector('details').open = true;
}

function keepDraft(key, text, usual = '', more = {}) {
  if (text === usual && !more.quotation && !more.spokenFor) store.remove(`d:${key}`);
  else store.set(`d:${key}`, { text, ...more });
}

function fillDrafts() {
  for (const form of draftForms()) {
    const field = form.elements.text;
    const draft = store.get(`d:${form.dataset.draft}`);
    if (draft && field !== document.activeElement) field.value = draft.text;
    // Typing keeps a draft at once, so text without one was sent or dropped in another tab, even where the cursor stands.
    else if (!draft && field.value !== field.defaultValue) field.value = field.defaultValue;
    putBeside(form, draft ?? {});
    if (draft?.closed) { delete draft.closed; store.set(`d:${form.dataset.draft}`, draft); }
    count(form);
  }
}

function count(form) {
  const { length } = measure(form.elements.text.value);
  const left = form.dataset.max - length;
  const told = form.querySelector('[data-left]');
  told.textContent = left < 0 ? say('composer.over', -left) : say('composer.left', left);
  told.classList.toggle('over', left < 0);
  const offline = document.documentElement.dataset.live === 'offline';
  form.querySelector('[data-kept]').textContent = offline ? say('composer.offline') : store.get(`d:${form.dataset.draft}`) ? say('composer.kept') : '';
  return left;
}

function problem(form, text) {
  const line = form.querySelector('[data-problem]');
  line.textContent = text;
  line.hidden = !text;
  if (text) form.elements.text.focus();
}

// ---- outbox -------------------------------------------------------------------------------------------------------

export const entries = () => store.keys('o:').map(key => ({ key, ...store.get(key) })).filter(e => e.command);
export const waiting = () => entries().filter(e => !e.refused).length;
// What the server has; the outbox lies over it. Answers by question, from 1; dots by what they lie on.
export const own = { nodded: new Set(), answers: {}, dots: {}, ownDots: true, done: false, since: 0 };
const hooks = { answered() {}, react() {}, show() {}, changed() {}, typed() {}, rested() {}, gone() { location.reload(); } };

// What a move is about that says how it is to be: of two of them only the newer one counts.
const question = c => `${c.activityId}/${c.laneId}/${c.parentId ?? ''}`;
const abouts = { nod: c => c.contributionId, setDone: c => c.step, answer: question, placeDots: c => c.targetId, takeTeam: c => c.activityId };
const about = c => (abouts[c.type] ? `${c.type} ${abouts[c.type](c)}` : '');

let last = 0;
function enqueue(command, draft) {
  // The one under way has its answer coming.
  const what = about(command);
  for (const e of entries()) if (what && about(e.command) === what && e.key !== current?.key) store.remove(e.key);
  last = Math.max(Date.now(), last + 1, ...entries().map(e => parseInt(e.key.split(':')[1], 36) + 1));
  const commandId = uuid();
  store.set(`o:${last.toString(36).padStart(9, '0')}:${commandId}`, { command: { ...command, commandId }, draft });
  changed();
  delay = 0;
  flush();
}

// randomUUID exists on https only, and the wifi of a venue is http.
export function uuid() {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 15) | 64;
  b[8] = (b[8] & 63) | 128;
  return [...b].map((x, i) => ([4, 6, 8, 10].includes(i) ? '-' : '') + x.toString(16).padStart(2, '0')).join('');
}

// The lease only keeps the order between two tabs: should both send the same entry, its command id makes it one.
const tab = uuid();
const lease = 20000;
const takeLease = () => {
  const held = store.get('lease');
  if (held && held.tab !== tab && held.until > Date.now() && held.until < Date.now() + 2 * lease) return false;
  store.set('lease', { tab, until: Date.now() + lease });
  return store.get('lease').tab === tab;
};

let current = null;
let busy = false;
let delay = 0;
let timer = 0;
export async function flush() {
  clearTimeout(timer);
  if (busy || !entries().some(e => !e.refused)) return;
  if (!takeLease()) { timer = setTimeout(flush, 1000); return; }
  busy = true;
  try {
    for (let e; (e = entries().find(x => !x.refused));) {
      takeLease();
      await send(e);
      delay = 0;
    }
  } catch (failure) {
    delay = Math.min(Math.max(delay * 2, 500), 10000);
    timer = setTimeout(flush, failure.wait ?? delay * (0.6 + Math.random() * 0.4));
  } finally {
    busy = false;
    current = null;
    store.remove('lease');
    changed();
  }
}

async function send(entry) {
  current = entry;
  draw();
  const abort = new AbortController();
  const late = setTimeout(() => abort.abort(), 15000);
  let answer, said;
  try {
    answer = await fetch(`/j/${code}/commands`, {
      method: 'POST', signal: abort.signal, headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body: JSON.stringify(entry.command),
    });
    said = await answer.json().catch(() => ({}));
  } finally {
    clearTimeout(late);
  }
  current = null;
  // The sign-in page of a guest network answers 200 to everything; only a version says that it is on disk.
  if (answer.ok && !(said?.version >= 0)) throw new Error('not from the server');
  if (answer.ok) {
    store.remove(entry.key);
    accept(entry.command, said.version);
    hooks.answered(entry.command, said.version);
    changed();
  } else if (answer.status === 401 || said.code === 'removed') {
    hooks.gone(); // the entry stays; who joins again from this phone sends it
    throw new Error('gone');
  } else if (answer.status === 429 || answer.status === 408 || answer.status >= 500) {
    const seconds = Number(answer.headers.get('Retry-After'));
    throw Object.assign(new Error('later'), seconds > 0 ? { wait: seconds * 1000 } : {});
  } else {
    refuse(entry, said);
  }
}

function accept(command, version) {
  if (command.type === 'nod') own.nodded[command.on ? 'add' : 'delete'](command.contributionId);
  else if (command.type === 'setDone') own.done = command.on;
  else if (command.type === 'answer') own.answers[question(command)] = command.value;
  else if (command.type === 'placeDots') own.dots[command.targetId] = command.dots;
  own.since = Math.max(own.since, version ?? 0);
}

function refuse(entry, said) {
  const why = said.detail || said.title || '';
  if (entry.command.text === undefined) store.remove(entry.key);
  else store.set(entry.key, { command: entry.command, draft: entry.draft, refused: { code: said.code, why } });
  changed();
  hooks.answered(entry.command, 0, why);
}

// ---- forms --------------------------------------------------------------------------------------------------------

const formsOwn = ['type', 'commandId', 'return']; // all other fields are the command's
document.addEventListener('submit', e => {
  const form = e.target;
  const type = form.dataset.command;
  if (!type) return;
  e.preventDefault();
  if (e.submitter?.getAttribute('aria-disabled') === 'true') return;
  if (type === 'react') return hooks.react(e.submitter);
  const command = { type };
  for (const [name, value] of new FormData(form)) if (!formsOwn.includes(name)) command[name] = value;
  if (type === 'answer') command.value = e.submitter?.name ? null : Number(command.value) || null;
  if (type === 'placeDots') command.dots = Math.max(0, dotsOn(pending(), command.targetId) + Number(e.submitter.dataset.by));
  if ('quotation' in command) command.quotation = true;
  if (!command.spokenFor) delete command.spokenFor;
  if ('on' in command) command.on = form.querySelector('[aria-pressed]').getAttribute('aria-pressed') !== 'true';
  if ('text' in command) {
    const { length, empty } = measure(command.text);
    if (empty) return problem(form, say('composer.empty'));
    if (length > form.dataset.max) return problem(form, say('composer.long', length - form.dataset.max));
    problem(form, '');
    store.remove(`d:${form.dataset.draft}`);
    if (type === 'contribute') {
      form.elements.text.value = form.elements.text.defaultValue = '';
      putBeside(form);
      form.querySelector('details')?.removeAttribute('open');
    }
    else form.closest('details')?.removeAttribute('open');
    count(form);
    hooks.rested();
  }
  enqueue(command, form.dataset.draft);
});

document.addEventListener('input', e => {
  const form = e.target.form;
  if (!form?.dataset.draft) return;
  const { text } = form.elements;
  keepDraft(form.dataset.draft, text.value, form.dataset.command === 'contribute' ? '' : text.defaultValue, beside(form));
  if (count(form) >= 0) problem(form, '');
  hooks.typed();
});

// Choosing is answering.
document.addEventListener('change', e => {
  if (e.target.closest('[data-answer]')) e.target.form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
});

// ---- what is drawn of it --------------------------------------------------------------------------------------------

const clone = name => document.getElementById(name).content.firstElementChild.cloneNode(true);

/** The newest of what waits, by what it is about. */
const pending = () => new Map(entries().filter(e => !e.refused && about(e.command)).map(e => [about(e.command), e]));
const dotsOn = (waits, id) => waits.get(`placeDots ${id}`)?.command.dots ?? own.dots[id] ?? 0;

function draw() {
  const list = entries().filter(e => e.command.text !== undefined);
  const waits = pending();
  for (const place of document.querySelectorAll('[data-unsent]')) {
    const mine = list.filter(e => place.dataset.unsent === '*' || place.dataset.unsent === e.draft).sort((a, b) => !!b.refused - !!a.refused);
    const looks = JSON.stringify([mine, current?.key]);
    if (place.looks === looks) continue;
    place.looks = looks;
    place.replaceChildren(...mine.map(item));
  }
  for (const button of document.querySelectorAll('[data-nod]')) {
    button.setAttribute('aria-pressed', waits.get(`nod ${button.dataset.nod}`)?.command.on ?? own.nodded.has(button.dataset.nod));
  }
  const done = document.querySelector('[data-done]');
  done?.setAttribute('aria-pressed', waits.get(`setDone ${done.form.elements.step.value}`)?.command.on ?? own.done);
  drawAnswers(waits);
  drawDots(waits);
  for (const line of document.querySelectorAll('[data-sent]')) {
    const e = waits.get(about({ type: line.closest('form').dataset.command, ...Object.fromEntries(new FormData(line.closest('form'))) }));
    write(line, e ? say(e.key === current?.key ? 'own.sending' : 'own.waiting') : line.closest('form').querySelector('[data-answer] :checked') ? say('own.saved') : '');
  }
  drawMoved();
}

// Text that stays the same is not written again: somebody listens.
const write = (el, text) => { if (el.textContent !== text) el.textContent = text; };

function drawAnswers(waits) {
  for (const field of document.querySelectorAll('[data-answer]')) {
    const waiting = waits.get(`answer ${field.dataset.answer}`);
    const value = waiting ? waiting.command.value : own.answers[field.dataset.answer];
    for (const radio of field.querySelectorAll('input')) radio.checked = Number(radio.value) === value;
    field.form.querySelector('[data-back]').hidden = !value;
  }
  for (const told of document.querySelectorAll('[data-told]')) {
    for (const mark of told.querySelectorAll('[data-yours]')) mark.hidden = Number(mark.dataset.yours) + 1 !== own.answers[told.dataset.told];
  }
}

function drawDots(waits) {
  const budget = document.querySelector('[data-budget]');
  if (!budget) return;
  const all = Number(budget.dataset.budget);
  const targets = new Set([...Object.keys(own.dots), ...[...waits.values()].map(e => e.command.targetId).filter(Boolean)]);
  const left = all - [...targets].reduce((sum, id) => sum + dotsOn(waits, id), 0);
  write(budget, left > 0 ? say('dots.left', left, all) : say('dots.spent', all));
  [...budget.previousElementSibling.children].forEach((ball, i) => ball.classList.toggle('on', i < left));
  for (const step of document.querySelectorAll('[data-dots]')) {
    const here = dotsOn(waits, step.dataset.dots);
    const [less, count, more] = step.children;
    write(count, String(here));
    less.setAttribute('aria-disabled', here === 0);
    more.setAttribute('aria-disabled', here >= step.dataset.most || left <= 0 || (!own.ownDots && !!document.getElementById(`own-${step.dataset.dots}`)));
  }
}

function item(e) {
  const li = clone(e.refused ? 't-refused' : 't-waiting');
  li.querySelector('[data-text]').textContent = e.command.text;
  if (!e.refused) {
    li.querySelector('[data-state]').textContent = say(e.key === current?.key ? 'own.sending' : 'own.waiting');
    return li;
  }
  li.querySelector('[data-why]').textContent = e.refused.why;
  if (e.refused.code !== 'step-takes-nothing' || e.command.type !== 'contribute') li.querySelector('[data-act=late]').remove();
  li.onclick = event => {
    const act = event.target.closest('[data-act]')?.dataset.act;
    if (!act) return;
    store.remove(e.key);
    if (act === 'late') { const { commandId, ...command } = e.command; enqueue({ ...command, late: true }, e.draft); }
    if (act === 'edit') putBack(e.draft, e.command);
    changed();
  };
  return li;
}

function putBack(key, { text, quotation, spokenFor }) {
  const form = formOf(key);
  const typed = form && form.dataset.command === 'contribute' ? form.elements.text.value : '';
  store.set(`d:${key}`, { text: typed ? `${typed}\n${text}` : text, quotation, spokenFor });
  if (!form) return;
  form.closest('details')?.setAttribute('open', '');
  hooks.show(form);
  fillDrafts();
  form.elements.text.focus();
}

// ---- the room has moved on: a draft whose field is gone -----------------------------------------------------------------

const grace = 60000; // the server's, counted by the server; here it only says which offer comes first
let loaded = false;
function drawMoved() {
  const place = document.getElementById('moved');
  const open = new Set(draftForms().map(f => f.dataset.draft));
  const strays = store.keys('d:').map(k => k.slice(2)).filter(k => !open.has(k) && store.get(`d:${k}`)?.text?.trim());
  for (const key of strays) {
    const draft = store.get(`d:${key}`);
    if (!draft.closed) store.set(`d:${key}`, { ...draft, closed: loaded ? Date.now() : 1 });
  }
  const looks = JSON.stringify(strays);
  if (place.looks !== looks) {
    place.looks = looks;
    place.replaceChildren(...strays.map(moved));
  }
  for (const section of place.children) tick(section);
}

function moved(key) {
  const section = clone('t-moved');
  section.draft = key;
  section.querySelector('[data-text]').textContent = store.get(`d:${key}`).text;
  section.onclick = event => {
    const act = event.target.closest('[data-act]')?.dataset.act;
    if (!act) return;
    const { text, quotation, spokenFor } = store.get(`d:${key}`);
    const [activityId, laneId, parentId] = key.split('/');
    store.remove(`d:${key}`);
    if (act !== 'drop') enqueue({ type: 'contribute', activityId, laneId, ...(parentId && { parentId }), text, ...(quotation && { quotation }), ...(spokenFor && { spokenFor }), ...(act === 'late' && { late: true }) }, key);
    changed();
  };
  return section;
}

function tick(section) {
  const left = Math.ceil((grace - Date.now() + (store.get(`d:${section.draft}`)?.closed ?? 0)) / 1000);
  const edit = section.draft.startsWith('edit/');
  const button = section.querySelector('[data-act=send]');
  button.hidden = edit || left <= 0;
  button.textContent = say('moved.send', left);
  section.querySelector('[data-act=late]').hidden = edit || left > 0;
}
setInterval(() => { for (const section of document.getElementById('moved').children) tick(section); }, 1000);

// ---- changes of the page around what somebody is typing -----------------------------------------------------------------

const inside = 'a,button,textarea,input,summary';

/** Changes the page and puts back drafts, what was open, the focus and the selection. */
export function keeping(change) {
  const focused = document.activeElement;
  const home = focused?.closest('[id]');
  const at = home && home !== focused ? [...home.querySelectorAll(inside)].indexOf(focused) : -1;
  const range = focused?.selectionStart === undefined ? null : [focused.selectionStart, focused.selectionEnd];
  const unfolded = [...document.querySelectorAll('details[id][open]')].map(d => d.id);
  change();
  for (const id of unfolded) document.getElementById(id)?.setAttribute('open', '');
  refresh();
  if (!home || focused.isConnected) return;
  const again = document.getElementById(home.id);
  const target = at < 0 ? again : again?.querySelectorAll(inside)[at];
  target?.focus({ preventScroll: true });
  if (range && target?.setSelectionRange) target.setSelectionRange(...range);
}

export function refresh() {
  fillDrafts();
  draw();
}

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(prefix) : null;
function changed() {
  draw();
  hooks.changed();
  channel?.postMessage('');
}
if (channel) channel.onmessage = () => { refresh(); hooks.changed(); };
addEventListener('storage', e => { if (e.key?.startsWith(prefix)) { refresh(); hooks.changed(); } });
addEventListener('online', () => { delay = 0; flush(); });
addEventListener('pagehide', () => { if (busy) store.remove('lease'); });

// ---- start -----------------------------------------------------------------------------------------------------------------

for (const button of document.querySelectorAll('[data-nod][aria-pressed=true]')) own.nodded.add(button.dataset.nod);
own.done = document.querySelector('[data-done]')?.getAttribute('aria-pressed') === 'true';
for (const radio of document.querySelectorAll('[data-answer] [checked]')) own.answers[radio.closest('[data-answer]').dataset.answer] = Number(radio.value);
for (const step of document.querySelectorAll('[data-dots]')) own.dots[step.dataset.dots] = Number(step.children[1].textContent);
// What a form without script brought back is a draft from now on.
for (const form of draftForms()) {
  const field = form.elements.text;
  if (form.dataset.command === 'contribute' && field.value && !store.get(`d:${form.dataset.draft}`)) keepDraft(form.dataset.draft, field.value, '', beside(form));
}
document.documentElement.dataset.live = 'connecting';
refresh();
loaded = true;
flush();

const api = { uuid, say, measure, entries, waiting, own, flush, keeping, refresh, hooks };
(function live(tries) {
  import(body.dataset.roomJs + (tries ? `?again=${tries}` : '')).then(room => room.start(api), () => setTimeout(live, 2000, tries + 1));
})(0);
