// The outbox: what was sent from here, until the server has it on disk. In order, once, and as often as it takes.
import { body, say } from './words.js';
import { code, site, store } from './store.js';
import { about, changed, entries, here, hooks, own, question, timeOf } from './state.js';

let last = 0;
export function enqueue(command, { again, ...more } = {}) {
  // The one under way has its answer coming.
  const what = about(command);
  for (const e of entries()) if (what && about(e.command) === what && e.key !== current) store.remove(e.key);
  last = Math.max(Date.now(), last + 1, ...entries().map(e => timeOf(e) + 1));
  const same = again && ['type', 'laneId', 'parentId', 'text', 'quotation', 'spokenFor'].every(name => again[name] === command[name]);
  const commandId = same ? again.commandId : uuid();
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

const waits = () => entries().some(e => !e.refused && isOf(e));

function next() {
  let skipped = null;
  for (const e of entries()) {
    if (e.refused || !isOf(e)) continue;
    if (e.key === aside) { skipped = e; continue; }
    aside = '';
    return e;
  }
  aside = '';
  return skipped;
}

function isOf(e) {
  if (!e.step) return true;
  // A dot belongs to the vote in which it was put; which one is on, only a page knows that has caught up.
  if (!hooks.current()) return false;
  if (e.step !== here()) refuse(e, { code: 'vote-closed', detail: say('dots.over') }, true);
  return e.step === here();
}

let current = null;
/** The key of the one that is under way. */
export const sending = () => current;

let busy = false;
let delay = 0;
let timer = 0;
export async function flush() {
  clearTimeout(timer);
  if (busy || body.dataset.over !== undefined || !waits()) return;
  if (!takeLease()) { timer = setTimeout(flush, 1000); return; }
  busy = true;
  try {
    for (let e; (e = next());) {
      takeLease();
      if (await send(e) !== false) delay = 0;
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
  const answer = await ask(`${site}/j/${code}/commands`, 15000, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(entry.command) });
  const { status, said } = answer;
  current = null;
  // The sign-in page of a guest network answers 200 to everything; only a version says that it is on disk.
  if (answer.ok && said.version >= 0) {
    through++;
    trouble.delete(entry.key);
    store.remove(entry.key);
    accept(entry.command, said.version);
    hooks.answered(entry.command);
    changed();
  } else if (said.code && (status === 401 || said.code === 'removed')) {
    hooks.gone(); // the entry stays; who joins again from this phone sends it
    throw new Error('gone');
  } else if (said.code && status >= 400 && status < 500 && status !== 429 && status !== 408) {
    refuse(entry, said);
  } else {
    return later(entry, answer);
  }
}

async function ask(address, most, { headers, ...more } = {}) {
  const abort = new AbortController();
  const late = setTimeout(() => abort.abort(), most);
  try {
    const answer = await fetch(address, { cache: 'no-store', signal: abort.signal, headers: { Accept: 'application/json', ...headers }, ...more });
    const said = await answer.json().catch(() => null);
    return { ok: answer.ok, status: answer.status, wait: Number(answer.headers.get('Retry-After')), said: said ?? {} };
  } catch {
    return { said: {}, silent: abort.signal.aborted };
  } finally {
    clearTimeout(late);
  }
}

const trouble = new Map(); // key → what became of its tries
let through = 0; // how many got through, of all
let aside = ''; // lets another one go first, once

// Neither taken nor refused: it is tried again. Where it turns out that it is this one alone that gets no answer, it is its
// author's to say what becomes of it, and what stands behind it goes on.
async function later(entry, { status, said, wait, silent }) {
  const tries = trouble.get(entry.key) ?? { failed: 0, alone: 0, through };
  trouble.set(entry.key, tries);
  tries.failed++;
  // "Not now" in the server's own words is meant for all: only that another one got through shows that it is not.
  const notNow = said.code && (status === 429 || status === 503);
  takeLease();
  const alone = notNow ? through !== tries.through : (await ask(`${site}/j/${code}/mine`, 5000)).said.version >= 0;
  tries.through = through;
  tries.alone = alone ? tries.alone + (notNow ? 3 : silent ? 2 : 1) : 0;
  if (tries.alone >= 3) {
    trouble.delete(entry.key);
    refuse(entry, { code: 'not-taken', detail: say('own.not-taken') });
    return;
  }
  // At once, so that the order changes only where this one alone is held.
  if (notNow && tries.failed % 3 === 0 && entries().some(e => e.key !== entry.key && !e.refused && isOf(e))) { aside = entry.key; return false; }
  throw Object.assign(new Error('later'), wait > 0 ? { wait: wait * 1000 } : {});
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
