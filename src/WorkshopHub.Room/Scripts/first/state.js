// What the server has of this delegate, what waits on this phone, and how the one lies over the other.
import { body } from './words.js';
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

export const entries = () => store.keys('o:').map(key => ({ key, ...store.get(key) })).filter(e => e.command);
export const waiting = () => entries().filter(e => !e.refused).length;
export const timeOf = e => parseInt(e.key.split(':')[1], 36);

// What a move is about that says how it is to be: of two of them only the newer one counts.
export const question = c => `${c.activityId}/${c.laneId}/${c.parentId ?? ''}`;
const abouts = { nod: c => c.contributionId, setDone: c => c.step, answer: question, placeDots: c => c.targetId, takeTeam: c => c.activityId };
export const about = c => (abouts[c.type] ? `${c.type} ${abouts[c.type](c)}` : '');

/** The newest of what waits, by what it is about. A dot of another vote is none of this one's. */
export const pending = () => new Map(entries().filter(e => !e.refused && about(e.command) && (e.step ?? here()) === here()).map(e => [about(e.command), e]));
export const dotsOn = (waits, id) => waits.get(`placeDots ${id}`)?.command.dots ?? own.dots[id] ?? 0;

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(prefix) : null;
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
