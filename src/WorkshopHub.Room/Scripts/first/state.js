// What the server has of this delegate, what waits on this phone, and how the one lies over the other.
import { body, say } from './words.js';
import { prefix, store } from './store.js';

/** What the server has. Answers by question, from 1; dots by what they lie on. */
export const own = { nodded: new Set(), answers: {}, dots: {}, ownDots: true, done: false, since: 0 };

/** What others do when something happens here; room.js fills most of them in. */
const nothing = () => {};
export const hooks = {
  draw: nothing, drawn: nothing, answered: nothing, changed: nothing, typed: nothing, rested: nothing, react: nothing, current: () => true, gone: () => location.reload(),
};

/** Where the room is, as this page has it: an activity and its step. */
export const here = () => document.getElementById('foot')?.dataset.step;

/** Nothing can be sent any more: the session is closed, or this phone is out of it. */
export const isOver = () => body.dataset.over !== undefined || !!document.querySelector('#room.closed');

// What cannot be read as something to send (another version left it, or it was cut off) is put aside: shown, and never sent.
const isText = x => x === undefined || typeof x === 'string';
function entryOf(key) {
  const e = store.get(key);
  const c = e?.command;
  const fits = c && [c.type, c.commandId].every(x => x && isText(x)) && [c.text, e.label, e.draft].every(isText)
    && Object.values(c).every(x => x === null || typeof x !== 'object') && (!e.refused || typeof e.refused === 'object');
  if (fits) return { ...e, key };
  const text = typeof c?.text === 'string' ? c.text : store.raw(key);
  return text ? { key, command: { type: '', text }, refused: { code: 'unreadable', why: say('own.unreadable') } } : null;
}
export const entries = () => store.keys('o:').map(entryOf).filter(Boolean);
export const waiting = () => entries().filter(e => !e.refused).length;
/** When it was sent from here; what no clock says counts as the first. */
export const timeOf = e => { const at = parseInt(e.key.split(':')[1], 36); return at < 1e14 ? at : 0; };

// What a move is about that says how it is to be: of two of them only the newer one counts.
export const question = c => `${c.activityId}/${c.laneId}/${c.parentId ?? ''}`;
const abouts = { __proto__: null, nod: c => c.contributionId, setDone: c => c.step, answer: question, placeDots: c => c.targetId, takeTeam: c => c.activityId };
export const about = c => (abouts[c.type] ? `${c.type} ${abouts[c.type](c)}` : '');

/** The newest of what waits, by what it is about. A dot of another vote is none of this one's. */
export const pending = () => new Map(entries().filter(e => !e.refused && about(e.command) && (e.step ?? here()) === here()).map(e => [about(e.command), e]));
export const dotsOn = (waits, id) => waits.get(`placeDots ${id}`)?.command.dots ?? own.dots[id] ?? 0;

let channel = null;
try { channel = new BroadcastChannel(prefix); } catch { /* then only by what is stored */ }
export function changed() {
  hooks.draw();
  hooks.changed();
  channel?.postMessage('');
}

/** Another tab of this session has changed something. */
export function elsewhere(then) {
  if (channel) channel.onmessage = then;
  addEventListener('storage', e => { if (e.key?.startsWith(prefix)) then(); });
}
