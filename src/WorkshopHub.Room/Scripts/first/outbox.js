// The outbox: what was sent from here, until the server has it on disk. In order, once, and as often as it takes.
import { body, say } from './words.js';
import { code, store } from './store.js';
import { about, changed, entries, here, hooks, own, question, timeOf } from './state.js';

let last = 0;
export function enqueue(command, more) {
  // The one under way has its answer coming.
  const what = about(command);
  for (const e of entries()) if (what && about(e.command) === what && e.key !== current) store.remove(e.key);
  last = Math.max(Date.now(), last + 1, ...entries().map(e => timeOf(e) + 1));
  const commandId = uuid();
  store.set(`o:${last.toString(36).padStart(9, '0')}:${commandId}`, { command: { ...command, commandId }, ...more });
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

function next() {
  for (const e of entries()) {
    if (e.refused) continue;
    if (!e.step) return e;
    // A dot belongs to the vote in which it was put; which one is on, only a page knows that has caught up.
    if (!hooks.current()) continue;
    if (e.step === here()) return e;
    refuse(e, { code: 'vote-closed', detail: say('dots.over') }, true);
  }
  return null;
}

let current = null;
/** The key of the one that is under way. */
export const sending = () => current;

let busy = false;
let delay = 0;
let timer = 0;
export async function flush() {
  clearTimeout(timer);
  if (busy || body.dataset.over !== undefined || !next()) return;
  if (!takeLease()) { timer = setTimeout(flush, 1000); return; }
  busy = true;
  try {
    for (let e; (e = next());) {
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
  current = entry.key;
  hooks.draw();
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
    hooks.answered(entry.command);
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

// A text stays until its author says what becomes of it; a choice only if it had waited, because then nobody was looking.
function refuse({ key, ...entry }, said, waited = Date.now() - timeOf({ key }) > 3000) {
  const why = said.detail || said.title || '';
  if (entry.command.text === undefined && !(entry.label && waited)) store.remove(key);
  else store.set(key, { ...entry, refused: { code: said.code, why } });
  changed();
  hooks.answered(entry.command, why);
}

/** The network is back: now rather than when the time is up. */
export function hurry() {
  delay = 0;
  flush();
}
addEventListener('online', hurry);
addEventListener('pagehide', () => { if (busy) store.remove('lease'); });
