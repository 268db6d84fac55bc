// The live part of a phone: the room's view as it changes, what is one's own, the connection.
import { begin, page } from './page.js';
import { keeping } from './keeping.js';
import { bar, drawNet, stands, taken, tell, tellHours } from './net.js';
import { mine } from './mine.js';
import { arrived, mineCame, route } from './views.js';
import { drawChoices } from './choices.js';
import { drawStrays, watch } from './strays.js';
import './copy.js';
import { stayAwake } from './awake.js';
import { react } from './reactions.js';

let report = () => {};
let current = true; // the page has all that the server had when it last answered
let reloading = false;
let typing = 0;

export function start(first, { live, hear, now, clocks, hour, localTimes }) {
  begin(first);
  const { code, site, signalrJs: signalr } = document.body.dataset;
  const { hooks } = first;
  tellHours(hour);
  hooks.drawn = () => { drawChoices(); drawStrays(); };
  watch(now);
  drawChoices();
  if (!document.getElementById('room')) return; // out of the session: there is only what was kept

  Object.assign(hooks, {
    gone() { if (!reloading) { reloading = true; location.reload(); } },
    react,
    current: () => current,
    changed() { drawNet(); report({ waiting: page.waiting() }); },
    answered(command, refusal) {
      if (refusal) tell(refusal, true); else taken(command);
      if (command.type === 'contribute' && !refusal) mineCame();
      if (!['nod', 'setDone', 'answer', 'placeDots'].includes(command.type)) mine();
    },
    typed() {
      if (!typing) report({ typing: true });
      clearTimeout(typing);
      typing = setTimeout(hooks.rested, 3000);
    },
    rested() {
      if (typing) report({ typing: false });
      clearTimeout(typing);
      typing = 0;
    },
  });

  ({ report } = live({
    root: 'room',
    view: `${page.place}/view`,
    hub: `${site}/hub/room`,
    enter: [code, ''],
    signalr,
    keeping: change => { keeping(() => { change(); route(false); }); drawNet(); clocks(); localTimes(); },
    arrived,
    state(next, why) {
      current = next === 'connected' || (current && next !== 'offline');
      stands(next, why);
      if (next === 'connected') page.flush();
    },
    entered() { current = true; mine(); },
    mine,
    pulse: p => hear(p.now),
    gone: () => hooks.gone(),
    refused: text => bar(/too-many-connections: (.*)/.exec(text)?.[1] ?? ''),
  }));
  addEventListener('hashchange', () => route(true));
  setInterval(clocks, 1000);
  clocks();
  localTimes();
  route(true);
  drawNet();
  stayAwake();
}
